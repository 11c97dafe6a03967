// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Map;
import java.util.Objects;

/** What the router sees of texts: of their words always, of their meanings where they were made. */
final class Sight {

    private final Features features;
    private final Map<String, float[]> meanings;

    private Sight(Features features, Map<String, float[]> meanings) {
        this.features = features;
        this.meanings = meanings;
    }

    static Sight ofWords(Features features) {
        return new Sight(features, Map.of());
    }

    /** @param meanings of all texts that will be looked at */
    static Sight ofMeanings(Features features, Map<String, float[]> meanings) {
        return new Sight(features, Map.copyOf(meanings));
    }

    /** Everything of the text. */
    Seen of(String text) {
        return new Seen(features.of(text), meaning(text));
    }

    /** What the text is about. */
    Seen topics(String text) {
        return new Seen(features.topics(text), meaning(text));
    }

    private float[] meaning(String text) {
        if (meanings.isEmpty()) {
            return Seen.NO_MEANING;
        }
        return Objects.requireNonNull(meanings.get(text), "a text whose meaning was not made");
    }
}
