// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

/**
 * Something the palette can do.
 *
 * @param group what it belongs to: "View"
 * @param keys the keys for it; empty when there are none
 */
record PaletteEntry(String group, String name, String keys, Runnable run) {

    String label() {
        return group.isEmpty() ? name : group + ": " + name;
    }
}
