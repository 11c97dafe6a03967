// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one program in the sandbox. There is no network in it: what may be reached is reached through the socket.
 *
 * @param programs that it may start, whole paths; none where it may start no process at all
 * @param socket a Unix socket that it may connect to; {@code null} for none
 */
public record SandboxRules(
        SandboxFolders folders,
        List<Path> programs,
        @Nullable Path socket,
        SandboxLimits limits) {

    public SandboxRules {
        programs = List.copyOf(programs);
    }

    /** Its folders and nothing else. */
    public static SandboxRules of(SandboxFolders folders) {
        return new SandboxRules(folders, List.of(), null, SandboxLimits.USUAL);
    }

    /**
     * These rules with what was granted. Only folders and programs that a grant names by their whole path are something
     * that the system can be told; everything else, and what was granted for any resource ({@code *}), is done by the
     * broker on the program's behalf.
     */
    public SandboxRules with(Collection<Permission> granted) {
        List<Path> readable = new ArrayList<>(folders.readable());
        List<Path> writable = new ArrayList<>(folders.writable());
        List<Path> all = new ArrayList<>(programs);
        readable.addAll(named(granted, PermissionType.FS_READ));
        writable.addAll(named(granted, PermissionType.FS_WRITE));
        all.addAll(named(granted, PermissionType.PROC_SPAWN));
        return new SandboxRules(
                new SandboxFolders(folders.work(), readable, writable, folders.hidden()), all, socket, limits);
    }

    public SandboxRules withSocket(Path path) {
        return new SandboxRules(folders, programs, path, limits);
    }

    public SandboxRules withLimits(SandboxLimits other) {
        return new SandboxRules(folders, programs, socket, other);
    }

    private static List<Path> named(Collection<Permission> granted, PermissionType type) {
        return granted.stream()
                .filter(each -> each.type() == type && each.resource().startsWith("/"))
                // no file has such a name
                .filter(each -> each.resource().indexOf('\0') < 0)
                .map(each -> Path.of(each.resource()))
                .toList();
    }
}
