// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.permission.PermissionRequest;

/**
 * A bundle that can be got from a catalogue, in its highest version there.
 *
 * @param publisher who says that it is theirs, unproven; may be empty
 * @param description what it is good for; may be empty
 * @param price like {@code 9.90 EUR}; empty where it costs nothing
 * @param permissions what the catalogue says that it asks for
 * @param catalog the name of the catalogue
 * @param file where it lies on the machine of the engine, to be examined before it is installed; empty where it has to be
 *     fetched first
 * @param installed the version that is installed, or waits; empty where none is
 * @param newer whether this one is newer than that
 */
public record OfferItem(
        List<PluginId> plugins,
        String bundle,
        String version,
        String publisher,
        String description,
        String price,
        List<PermissionRequest> permissions,
        String catalog,
        String file,
        String installed,
        boolean newer) {

    public OfferItem {
        plugins = List.copyOf(plugins);
        permissions = List.copyOf(permissions);
    }
}
