// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.BundleContext;

/** The bundles of the framework in which this program runs. */
public final class FrameworkBundles implements InstalledBundles {

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
}
