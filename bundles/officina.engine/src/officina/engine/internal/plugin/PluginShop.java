// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.id.PluginId;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PluginInfo;
import officina.engine.InstallConsent;
import officina.engine.OfferItem;
import officina.engine.Offered;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** What can be got, beside what there is. Any thread; blocks on disks and servers. */
public final class PluginShop {

    private final Catalogs catalogs;
    private final InstalledPlugins installed;
    private final BundleRecords bundles;

    public PluginShop(Catalogs catalogs, InstalledPlugins installed, BundleRecords bundles) {
        this.catalogs = catalogs;
        this.installed = installed;
        this.bundles = bundles;
    }

    /** Of each bundle the highest version, by name. */
    public Offered offers() {
        List<String> problems = new ArrayList<>();
        Map<String, Catalogs.Found> highest = new HashMap<>();
        catalogs.offers(problems::add)
                .forEach(each -> highest.merge(
                        each.offer().bundle(),
                        each,
                        (one, other) -> other.version().compareTo(one.version()) > 0 ? other : one));
        Map<String, InstalledBundle> there = bundles.all();
        return new Offered(
                highest.values().stream()
                        .map(each -> item(each, there.get(each.offer().bundle())))
                        .sorted(Comparator.comparing(OfferItem::bundle))
                        .toList(),
                problems);
    }

    private static OfferItem item(Catalogs.Found found, @Nullable InstalledBundle there) {
        Offer offer = found.offer();
        String version = there == null ? "" : (there.waiting() == null ? there.current() : there.waiting()).version();
        return new OfferItem(
                offer.plugins().stream()
                        .map(InstalledBundle.Named::plugin)
                        .distinct()
                        .toList(),
                offer.bundle(),
                offer.version(),
                offer.publisher(),
                offer.description(),
                offer.price() == null ? "" : offer.price().toString(),
                offer.permissions(),
                found.catalog(),
                version,
                there != null && found.version().compareTo(Version.parseVersion(version)) > 0);
    }

    /** Gets the highest version and installs it, as a file of its own would be. */
    public List<PluginInfo> obtain(PluginId plugin, Set<InstallConsent> consents) {
        return installed.install(catalogs.find(plugin), consents);
    }
}
