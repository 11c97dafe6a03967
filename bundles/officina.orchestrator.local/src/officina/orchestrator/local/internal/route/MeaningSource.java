// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.api.agent.AgentDescriptor;
import officina.api.memory.Embedder;

/**
 * The meanings of what the router looks at. What stands in quotation marks is a name and has none, how a text ends says
 * nothing, and what is asked stands at its beginning.
 */
final class MeaningSource {

    private static final int MAX_CHARACTERS = 400;
    private static final Pattern END = Pattern.compile("[\\s?!.]+$");

    private final Embedder embedder;

    MeaningSource(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Meanings of another model cannot be compared with its. */
    String model() {
        return embedder.model().id();
    }

    /** Of all that is to be learned; takes about a second. */
    Map<String, float[]> toLearn(List<AgentDescriptor> agents) throws InterruptedException {
        List<String> background = Trained.background();
        Map<String, float[]> meanings = new HashMap<>(BackgroundMeanings.shipped(background, embedder.model()));
        List<String> texts =
                Stream.concat(background.stream(), Trained.texts(agents)).toList();
        for (String text : texts) {
            if (!meanings.containsKey(text)) {
                meanings.put(text, of(text));
            }
        }
        return meanings;
    }

    /** Takes a few milliseconds, the first time also as long as loading the model does. */
    float[] of(String text) throws InterruptedException {
        String plain = Features.withoutNames(text);
        String begins = plain.substring(0, Math.min(plain.length(), MAX_CHARACTERS));
        return embedder.query(END.matcher(begins).replaceAll(""));
    }
}
