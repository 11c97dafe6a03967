// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a bundle starts with that cannot be started. */
public final class FailingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("does not want to");
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
