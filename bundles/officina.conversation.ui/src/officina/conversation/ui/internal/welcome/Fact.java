// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.conversation.ui.internal.Words;
import officina.engine.Surrounding;
import officina.engine.Surrounding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A line of what was found around: with a tick or without, and what can be done about it.
 *
 * @param action what its button says; {@code null} for none
 * @param server to be used by the button; {@code null} where it leads to the page of models
 */
record Fact(
        boolean good,
        String text,
        @Nullable Words action,
        @Nullable Surrounding server) {

    private static final int MOST_NAMED = 2;

    /** What was found, in lines: servers first, all that did not answer in one. */
    static List<Fact> of(List<Surrounding> around) {
        List<Fact> facts = new ArrayList<>();
        around.stream()
                .filter(each -> each.kind() == Kind.MODEL_SERVER && each.found())
                .forEach(each -> facts.add(new Fact(
                        true,
                        Words.FACT_SERVER.text(each.name(), each.details().size(), named(each.details())),
                        Words.FACT_SERVER_USE,
                        each)));
        String silent = around.stream()
                .filter(each -> each.kind() == Kind.MODEL_SERVER && !each.found())
                .map(Surrounding::name)
                .collect(Collectors.joining(", "));
        if (facts.isEmpty() && !silent.isEmpty()) {
            facts.add(new Fact(false, Words.FACT_NO_SERVER.text(silent), Words.FACT_SET_UP, null));
        }
        around.stream()
                .filter(each -> each.kind() != Kind.MODEL_SERVER)
                .map(Fact::of)
                .forEach(facts::add);
        return facts;
    }

    private static Fact of(Surrounding other) {
        String details = String.join(", ", other.details());
        return switch (other.kind()) {
            case KEYS ->
                other.found()
                        ? new Fact(true, Words.FACT_KEYS.text(details), Words.FACT_SET_UP, null)
                        : new Fact(false, Words.FACT_NO_KEYS.text(), null, null);
            case GIT ->
                new Fact(other.found(), (other.found() ? Words.FACT_GIT : Words.FACT_NO_GIT).text(), null, null);
            case SANDBOX -> {
                Words said = other.found()
                        ? Words.FACT_SANDBOX
                        : details.isEmpty() ? Words.FACT_NO_SANDBOX : Words.FACT_SANDBOX_LIMITED;
                yield new Fact(other.found(), said.text(), null, null);
            }
            case MODEL_SERVER -> throw new IllegalArgumentException("servers are told together");
        };
    }

    private static String named(List<String> models) {
        String some = models.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return models.size() > MOST_NAMED ? some + " \u2026" : some;
    }
}
