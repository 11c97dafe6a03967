// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

/**
 * A right to one resource.
 *
 * @param resource a folder, {@code host:port}, program, secret name, record kind ..., as the type says; {@code *} where
 *     the type knows no resource ({@code notify})
 */
public record Permission(PermissionType type, String resource) {

    public static final String ANY = "*";

    @Override
    public String toString() {
        return type + " " + resource;
    }
}
