// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import officina.api.id.PluginId;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PluginInfo;
import officina.engine.InstallConsent;
import officina.engine.OfferItem;
import officina.engine.Offered;
import org.jspecify.annotations.Nullable;

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

    /** Of each bundle the highest version that could be installed, by name. */
    public Offered offers() {
        List<String> problems = new ArrayList<>();
        Map<String, List<Catalogs.Found>> all = new TreeMap<>();
        catalogs.offers(problems::add)
                .forEach(each -> all.computeIfAbsent(each.offer().bundle(), _ -> new ArrayList<>())
                        .add(each));
        Map<String, InstalledBundle> there = bundles.all();
        return new Offered(
                all.entrySet().stream()
                        .map(each -> item(each.getValue(), there.get(each.getKey())))
                        .toList(),
                problems);
    }

    private OfferItem item(List<Catalogs.Found> all, @Nullable InstalledBundle there) {
        Catalogs.Choice choice = catalogs.choose(all, there);
        return item(choice.found(), there, choice.newer());
    }

    private static OfferItem item(Catalogs.Found found, @Nullable InstalledBundle there, boolean newer) {
        Offer offer = found.offer();
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
                found.source().near(offer.file()),
                there == null ? "" : Catalogs.version(there),
                newer);
    }

    /** Gets the highest version and installs it, as a file of its own would be. */
    public List<PluginInfo> obtain(PluginId plugin, Set<InstallConsent> consents) {
        InstalledBundle there = bundles.all().values().stream()
                .filter(each -> each.ids().contains(plugin))
                .findFirst()
                .orElse(null);
        return installed.install(catalogs.find(plugin, there), consents);
    }
}
