// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;

/** How the resources of permissions are written. */
final class Resources {

    /** No path, host or name is longer; a person reads it before deciding. */
    private static final int LONGEST = 500;

    private static final int SHOWN = 100;

    private Resources() {}

    /** What is wrong with a resource and how it is written; {@code null} when nothing is. */
    static @Nullable String fault(PermissionType type, String resource) {
        if (resource.equals(Permission.ANY)) {
            return null;
        }
        if (!PlainLine.is(resource, LONGEST)) {
            return "\"" + PlainLine.of(resource, SHOWN) + "\" is no plain text of at most " + LONGEST + " characters.";
        }
        return switch (type) {
            case NET_CONNECT ->
                HostPort.parse(resource) != null
                        ? null
                        : "\"" + resource + "\" is no host and port; one looks like example.org:443.";
            case FS_READ, FS_WRITE ->
                isFolder(resource)
                        ? null
                        : "\"" + resource + "\" is no whole path of a folder; * stands for those the person chooses.";
            default -> null;
        };
    }

    private static boolean isFolder(String resource) {
        try {
            Path path = Path.of(resource);
            return path.isAbsolute() && path.equals(path.normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
