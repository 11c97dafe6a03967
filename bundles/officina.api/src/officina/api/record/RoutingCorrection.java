// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import officina.api.id.PluginId;
import officina.api.json.JsonObject;

/**
 * That the person sent a message on to another agent than the one that was found: record kind {@code routing-correction}.
 * Messages like it go there from then on.
 *
 * @param phrase the message, or how it begins
 * @param agent who should have got it
 */
public record RoutingCorrection(String phrase, PluginId agent) {

    /** Longest phrase, in characters: what is asked stands at the beginning. */
    public static final int MAX_PHRASE = 400;

    public RoutingCorrection {
        if (phrase.isBlank() || phrase.length() > MAX_PHRASE) {
            throw new IllegalArgumentException("a phrase has 1 to " + MAX_PHRASE + " characters");
        }
    }

    /** What is kept of a message, and compared with: all of it, or how it begins. */
    public static String phraseOf(String message) {
        String text = message.strip();
        if (text.length() <= MAX_PHRASE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_PHRASE - 1)) ? MAX_PHRASE - 1 : MAX_PHRASE;
        return text.substring(0, end);
    }

    public static RoutingCorrection from(JsonObject fields) {
        return new RoutingCorrection(fields.requireText("phrase"), new PluginId(fields.requireText("agent")));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY.with("phrase", phrase).with("agent", agent.value());
    }
}
