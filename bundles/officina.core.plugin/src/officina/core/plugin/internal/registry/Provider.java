// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.PluginFiles;
import officina.core.plugin.PluginManifest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * A bundle as the registry sees it.
 *
 * @param bundleId orders bundles by when they were installed
 */
record Provider(long bundleId, PluginManifest manifest, PluginFiles files) {

    /** Of two that claim one id, whose it is: the product's own, then the one installed first. */
    static final Comparator<Provider> PRECEDENCE = Comparator.comparing(
                    (Provider provider) -> provider.manifest().plugins().stream()
                            .noneMatch(each -> each.info().bundled()))
            .thenComparing(Provider::bundleId);

    static Provider of(Bundle bundle) {
        Map<String, String> headers = new LinkedHashMap<>();
        // An empty locale gives the headers as written; ours resolves %keys in attributes too, which OSGi does not.
        var raw = bundle.getHeaders("");
        Collections.list(raw.keys()).forEach(name -> headers.put(name, raw.get(name)));
        PluginFiles files = path -> open(bundle, path);
        return new Provider(
                bundle.getBundleId(),
                new ManifestReader(Locale.getDefault()).read(headers, isBundled(bundle), files),
                files);
    }

    /**
     * Whether the product's own configuration installed it: such locations refer to a file in place, while what is
     * installed later has the location its installer gave.
     */
    private static boolean isBundled(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith("reference:file:") || location.startsWith("initial@reference:file:");
    }

    private static @Nullable InputStream open(Bundle bundle, String path) throws IOException {
        URL entry = bundle.getEntry(path);
        return entry == null ? null : entry.openStream();
    }
}
