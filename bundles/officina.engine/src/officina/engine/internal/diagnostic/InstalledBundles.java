// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the program is installed. Any thread. */
public interface InstalledBundles {

    /** The version of the engine; empty where that is not known. */
    String version();

    /** All bundles as they are now. */
    List<Installed> all();

    /** The folder with the catalogue of plug-ins that the program brings with it; {@code null} where it brings none. */
    @Nullable
    Path catalog();

    /**
     * One of them.
     *
     * @param state as the framework numbers it
     */
    record Installed(String name, String version, int state) {}
}
