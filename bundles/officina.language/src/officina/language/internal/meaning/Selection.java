// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import officina.api.language.Entity;
import officina.api.language.Span;

/** Picks candidates that do not overlap: the longest first, of equals the more specific, then the earlier. */
public final class Selection {

    private static final Comparator<Candidate> LONGEST_FIRST = Comparator.<Candidate>comparingInt(
                    candidate -> -length(candidate.span()))
            .thenComparingInt(Candidate::specific)
            .thenComparingInt(candidate -> candidate.span().start());

    private Selection() {}

    /** The entities of the picked candidates in order of place. */
    public static List<Entity> of(String text, List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(LONGEST_FIRST);
        TreeMap<Integer, Candidate> picked = new TreeMap<>();
        for (Candidate candidate : sorted) {
            var before = picked.lowerEntry(candidate.span().end());
            if (before == null || !before.getValue().span().overlaps(candidate.span())) {
                picked.put(candidate.span().start(), candidate);
            }
        }
        return entities(text, List.copyOf(picked.values()));
    }

    private static List<Entity> entities(String text, List<Candidate> picked) {
        List<Entity> entities = new ArrayList<>();
        for (int at = 0; at < picked.size(); at++) {
            Candidate candidate = picked.get(at);
            Times.Clock loose = candidate.loose();
            String half = loose == null ? null : half(text, picked, at);
            if (loose == null || half == null) {
                entities.addAll(candidate.entities());
            } else {
                entities.add(new Entity.Time(candidate.span(), loose.in(half)));
            }
        }
        return entities;
    }

    /** The half of the day that the neighbour speaks of: "tonight at 8", "at 8 tomorrow evening". */
    private static @org.jspecify.annotations.Nullable String half(String text, List<Candidate> picked, int at) {
        Candidate own = picked.get(at);
        if (at > 0 && picked.get(at - 1).half() != null && touch(text, picked.get(at - 1), own)) {
            return picked.get(at - 1).half();
        }
        boolean follows = at + 1 < picked.size() && touch(text, own, picked.get(at + 1));
        return follows ? picked.get(at + 1).half() : null;
    }

    private static boolean touch(String text, Candidate first, Candidate second) {
        int from = first.span().end();
        int to = second.span().start();
        return to - from <= 2 && text.substring(from, to).chars().allMatch(symbol -> symbol == ' ' || symbol == ',');
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }
}
