// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/** What the permissions of one plug-in allow together, and a person has to know before they are granted. */
public enum PluginRisk {
    /** Each of the two is harmless alone. */
    SENDS_PRIVATE_DATA(
            "It can read private data and connect to any server, so it could send that data anywhere.",
            asked -> asked.stream().anyMatch(PluginRisk::readsPrivateData)
                    && asked.stream().anyMatch(PluginRisk::connectsAnywhere)),
    RUNS_PROGRAMS(
            "It can run programs, which may do whatever you may do.",
            asked -> asked.stream().anyMatch(each -> each.type() == PermissionType.PROC_SPAWN)),
    TYPES_INTO_APPLICATIONS(
            "It can type into other applications, as if you did.",
            asked -> asked.stream().anyMatch(each -> each.type() == PermissionType.INPUT_TYPE));

    private static final Set<PermissionType> PRIVATE = EnumSet.of(
            PermissionType.FS_READ,
            PermissionType.MAIL_READ,
            PermissionType.CALENDAR_READ,
            PermissionType.BROWSER_HISTORY,
            PermissionType.SCREEN_CAPTURE,
            PermissionType.STORE_READ,
            PermissionType.INDEX_READ);

    private final String text;
    private final Predicate<Collection<Permission>> present;

    PluginRisk(String text, Predicate<Collection<Permission>> present) {
        this.text = text;
        this.present = present;
    }

    /** In plain English, a whole sentence. */
    public String text() {
        return text;
    }

    /** Those of a plug-in that has all these permissions. */
    public static List<PluginRisk> of(Collection<Permission> permissions) {
        return Arrays.stream(values())
                .filter(risk -> risk.present.test(permissions))
                .toList();
    }

    private static boolean readsPrivateData(Permission permission) {
        return PRIVATE.contains(permission.type());
    }

    private static boolean connectsAnywhere(Permission permission) {
        return permission.type() == PermissionType.NET_CONNECT
                && permission.resource().equals(Permission.ANY);
    }
}
