// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files in a bundle or jar, readable without running any of its code. */
@FunctionalInterface
public interface PluginFiles {

    /** Opens the file of that path, such as {@code OSGI-INF/l10n/bundle.properties}; {@code null} where there is none. */
    @Nullable
    InputStream open(String path) throws IOException;
}
