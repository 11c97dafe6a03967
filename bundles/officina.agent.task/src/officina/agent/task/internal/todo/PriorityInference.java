// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import officina.api.record.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What priority a to-do gets: the one that was said; else high when it is due within 24 hours or speaks of something of
 * consequence; else medium.
 */
public final class PriorityInference {

    private static final Duration SOON = Duration.ofHours(24);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private final Set<String> consequences;
    private final Set<String> verbs;

    /**
     * @param consequences words of consequence, in lower case
     * @param verbs words that are verbs at the beginning of a title, and then of no consequence: "rent a car"
     */
    public PriorityInference(Set<String> consequences, Set<String> verbs) {
        this.consequences = Set.copyOf(consequences);
        this.verbs = Set.copyOf(verbs);
    }

    /** @param reason why the priority was inferred, to be put after "because"; {@code null} where it was not */
    public record Inferred(Priority priority, @Nullable String reason) {}

    public Inferred of(TodoDraft draft, LocalDateTime now) {
        if (draft.priority() != null) {
            return new Inferred(draft.priority(), null);
        }
        LocalDate due = draft.due();
        if (due != null) {
            Duration left = left(due, draft.dueTime(), now);
            if (left.compareTo(SOON) <= 0) {
                return new Inferred(Priority.HIGH, left.isNegative() ? "it is overdue" : "it is due within 24 hours");
            }
        }
        String[] words = NO_LETTERS.split(draft.title().toLowerCase(Locale.ROOT));
        for (int at = 0; at < words.length; at++) {
            String word = words[at];
            boolean verb = at == 0 && words.length > 1 && verbs.contains(word);
            if (consequences.contains(word) && !verb) {
                return new Inferred(Priority.HIGH, "it is about \"" + word + "\"");
            }
        }
        return new Inferred(Priority.MEDIUM, null);
    }

    /** A day without a time lasts until its end. */
    private static Duration left(LocalDate due, @Nullable LocalTime time, LocalDateTime now) {
        return Duration.between(now, due.atTime(time == null ? LocalTime.MAX : time));
    }
}
