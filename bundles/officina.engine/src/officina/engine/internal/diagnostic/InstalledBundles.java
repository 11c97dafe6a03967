// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.util.List;

/** What of the program is installed. Any thread. */
public interface InstalledBundles {

    /** The version of the engine; empty where that is not known. */
    String version();

    /** All bundles as they are now. */
    List<Installed> all();

    /**
     * One of them.
     *
     * @param state as the framework numbers it
     */
    record Installed(String name, String version, int state) {}
}
