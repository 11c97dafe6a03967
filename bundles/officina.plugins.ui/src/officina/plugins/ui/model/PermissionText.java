// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import officina.api.permission.Permission;

/** What a permission allows, in plain words. */
public final class PermissionText {

    private static final String ANY = "_ANY";

    private PermissionText() {}

    /** A heading: {@code Change your to-dos}. */
    public static String of(Permission permission) {
        String name = "RIGHT_" + permission.type().name();
        return permission.resource().equals(Permission.ANY)
                ? Words.valueOf(name + ANY).text()
                : Words.valueOf(name).text(resource(permission));
    }

    private static String resource(Permission permission) {
        return switch (permission.type()) {
            case STORE_READ, STORE_WRITE, INDEX_READ, INDEX_WRITE ->
                thing(permission.resource()).orElse(permission.resource());
            default -> permission.resource();
        };
    }

    private static Optional<String> thing(String name) {
        String wanted = "THING_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Words.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .map(Words::text);
    }
}
