// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;

/**
 * What the bundle in a file would be if it were installed.
 *
 * @param digest of the file and of who has signed it, so that nothing else is installed than what was shown
 * @param plugins at least one, not at work; {@code installation} has the version that is there as the previous one
 */
public record ExaminedBundle(String digest, List<PluginItem> plugins) {

    public ExaminedBundle {
        plugins = List.copyOf(plugins);
    }
}
