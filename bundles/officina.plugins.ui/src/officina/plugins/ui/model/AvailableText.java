// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.engine.CatalogItem;
import officina.engine.OfferItem;
import officina.ui.base.PluginNames;

/** What a catalogue offers, in plain words. */
public final class AvailableText {

    private AvailableText() {}

    /** Whether there is something to do with it: one that is installed in this version is not offered once more. */
    public static boolean isOpen(OfferItem offer) {
        return offer.installed().isEmpty() || offer.newer();
    }

    /** {@code Files agent, Files tool}. */
    public static String name(OfferItem offer) {
        return offer.plugins().stream().map(PluginNames::of).collect(Collectors.joining(", "));
    }

    public static String facts(OfferItem offer) {
        String price = offer.price().isEmpty() ? Words.AVAILABLE_FREE.text() : offer.price();
        return Words.AVAILABLE_FACTS.text(offer.version(), price);
    }

    /**
     * Who signed the catalogue that it comes from, as the person calls them; nothing where that is not trusted.
     *
     * @param catalogs all that there are; two of one name are trusted both or not at all
     */
    public static Optional<String> signer(OfferItem offer, List<CatalogItem> catalogs) {
        List<String> signers = catalogs.stream()
                .filter(each -> each.name().equals(offer.catalog()))
                .map(CatalogItem::signer)
                .toList();
        return signers.contains("") ? Optional.empty() : signers.stream().findFirst();
    }

    /** What it is good for, who it is from, and how it is got. */
    public static String meaning(OfferItem offer, Optional<String> signer) {
        return Stream.of(
                        offer.description(),
                        offer.publisher().isEmpty() ? "" : Words.FACTS_PUBLISHER.text(offer.publisher()),
                        signer.map(each -> Words.AVAILABLE_SIGNED.text(offer.catalog(), each))
                                .orElseGet(() -> Words.AVAILABLE_UNTRUSTED.text(offer.catalog())),
                        offer.installed().isEmpty() ? "" : Words.OFFER_REPLACES.text(offer.installed()),
                        offer.file().isEmpty()
                                ? Words.AVAILABLE_COMMAND.text(
                                        offer.plugins().getFirst().value())
                                : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Whether what is searched for stands in it; in any case of letters. */
    public static boolean matches(OfferItem offer, String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        return Stream.of(name(offer), offer.plugins().toString(), offer.publisher(), offer.description())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
