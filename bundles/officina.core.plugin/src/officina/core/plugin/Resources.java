// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;

/** How the resources of permissions are written. */
final class Resources {

    /** A name or an address of version 4 or, in brackets, 6; and a port. */
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]):([0-9]{1,5})");

    private static final int LAST_PORT = 65_535;

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
                isHost(resource) ? null : "\"" + resource + "\" is no host and port; one looks like example.org:443.";
            case FS_READ, FS_WRITE ->
                isFolder(resource)
                        ? null
                        : "\"" + resource + "\" is no whole path of a folder; * stands for those the person chooses.";
            default -> null;
        };
    }

    private static boolean isHost(String resource) {
        if (!HOST.matcher(resource).matches()) {
            return false;
        }
        int port = Integer.parseInt(resource.substring(resource.lastIndexOf(':') + 1));
        return port >= 1 && port <= LAST_PORT;
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
