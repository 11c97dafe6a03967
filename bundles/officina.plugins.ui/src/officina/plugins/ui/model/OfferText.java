// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Right;

/** What a bundle that could be installed says of itself, and what is known of it. */
public final class OfferText {

    private OfferText() {}

    /** {@code Sample agent, Sample tool}. */
    public static String names(List<PluginItem> offered) {
        return offered.stream().map(PluginText::name).collect(Collectors.joining(", "));
    }

    public static String facts(List<PluginItem> offered) {
        PluginItem first = offered.getFirst();
        String facts = Words.FACTS.text(
                offered.stream().map(PluginText::kinds).distinct().collect(Collectors.joining(", ")),
                first.version(),
                first.bundle());
        PluginItem.Installation there = first.installation();
        String replaced =
                there == null || there.previous().isEmpty() ? "" : Words.OFFER_REPLACES.text(there.previous());
        return (facts + "\n" + PluginText.publisher(first) + replaced).strip();
    }

    /** Who it is from, as far as that is proven. */
    public static String origin(PluginItem.Installation from) {
        if (from.keys().isEmpty()) {
            return Words.ORIGIN_UNSIGNED.text();
        }
        return from.signer().isEmpty()
                ? Words.ORIGIN_UNKNOWN.text(String.join("\n", from.keys()))
                : Words.ORIGIN_SIGNED.text(from.signer());
    }

    /** What that means for who is to decide; empty where there is nothing to decide. */
    public static String originMeaning(PluginItem.Installation from) {
        if (from.keys().isEmpty()) {
            return Words.ORIGIN_UNSIGNED_MEANING.text();
        }
        return from.signer().isEmpty() ? Words.ORIGIN_UNKNOWN_MEANING.text() : "";
    }

    /**
     * Why a permission is asked for, and what is lost without it.
     *
     * @param held whether it was allowed for good already
     */
    public static String meaning(Right right, boolean held) {
        String reason = Words.REASON.text(right.reason()) + "\n";
        if (held) {
            return reason + Words.HELD_ALREADY.text();
        }
        return reason + (right.optional() ? Words.MORE_OPTIONAL : Words.MORE_NEEDED).text();
    }
}
