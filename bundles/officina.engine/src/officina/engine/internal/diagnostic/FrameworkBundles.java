// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import officina.core.plugin.PluginCatalog;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** The bundles of the framework in which this program runs. */
public final class FrameworkBundles implements InstalledBundles {

    /** A URL of a folder, as the framework writes it: nothing in it is escaped. */
    private static final String INSTALL_AREA = "osgi.install.area";

    private static final String FILE = "file:";
    private static final String CATALOG = "catalog";

    private final BundleContext context;

    /** @param context of the engine's own bundle */
    public FrameworkBundles(BundleContext context) {
        this.context = context;
    }

    @Override
    public String version() {
        return context.getBundle().getVersion().toString();
    }

    @Override
    public List<Installed> all() {
        return Arrays.stream(context.getBundles())
                .map(each -> new Installed(
                        String.valueOf(each.getSymbolicName()),
                        each.getVersion().toString(),
                        each.getState()))
                .toList();
    }

    @Override
    public @Nullable Path catalog() {
        String area = context.getProperty(INSTALL_AREA);
        if (area == null || !area.startsWith(FILE)) {
            return null;
        }
        // a File takes off the slash before the letter of a drive
        Path folder = new File(area.substring(FILE.length())).toPath().resolve(CATALOG);
        return Files.isRegularFile(folder.resolve(PluginCatalog.FILE))
                ? folder.toAbsolutePath().normalize()
                : null;
    }
}
