// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.util.List;
import java.util.stream.Collectors;
import officina.api.error.Failure;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexHit;
import org.jspecify.annotations.Nullable;

/**
 * What the documents say to a question.
 *
 * @param fit of the best passage
 * @param passages as good as the best, at most three, best first
 * @param nearest the best of all, however good; {@code null} where there is none
 * @param wordsOnly why meaning was not compared; {@code null} where it was
 */
public record Answer(
        String question,
        Fit fit,
        List<IndexHit> passages,
        @Nullable IndexHit nearest,
        @Nullable Failure wordsOnly) {

    private static final int MOST = 3;

    public static Answer of(String question, IndexAnswer answer) {
        List<IndexHit> hits = answer.hits();
        Fit best = hits.stream()
                .map(hit -> Fit.of(question, hit))
                .max(Fit::compareTo)
                .orElse(Fit.NONE);
        List<IndexHit> good = best == Fit.NONE
                ? List.of()
                : hits.stream()
                        .filter(hit -> Fit.of(question, hit) == best)
                        .limit(MOST)
                        .toList();
        return new Answer(question, best, good, hits.isEmpty() ? null : hits.getFirst(), answer.wordsOnly());
    }

    /** In the words of the documents, each with its place; or that nothing good was found. */
    public String text() {
        return text("Your documents say", "your documents");
    }

    /**
     * @param says how what was found is introduced
     * @param where it was looked for
     */
    String text(String says, String where) {
        String said =
                switch (fit) {
                    case GOOD -> says + ":\n\n" + quoted();
                    case PERHAPS -> "I am not sure, but this may be about it:\n\n" + quoted();
                    case NONE -> nothing(where);
                };
        return wordsOnly == null ? said : said + "\n\nOnly words were compared: " + wordsOnly.message();
    }

    private String quoted() {
        return passages.stream()
                .map(hit -> Sources.link(hit) + "\n\n" + Quote.text(question, hit))
                .collect(Collectors.joining("\n\n"));
    }

    private String nothing(String where) {
        String said = "I found nothing in " + where + " that answers this.";
        return nearest == null
                ? said
                : said + " The nearest I have is " + Sources.link(nearest)
                        + ", which is probably about something else.";
    }
}
