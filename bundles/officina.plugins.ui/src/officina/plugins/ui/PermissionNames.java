// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import officina.api.permission.Permission;
import officina.plugins.ui.model.PermissionText;

/** Permissions as the page Plug-ins calls them, for who speaks of them elsewhere. Any thread. */
public final class PermissionNames {

    private PermissionNames() {}

    /** For example: Change your to-dos. */
    public static String of(Permission permission) {
        return PermissionText.of(permission);
    }
}
