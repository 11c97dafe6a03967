// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import officina.api.chat.ChatRequest;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A run as its events describe it. Changed only by {@link #after}; replaying a journal gives the same value.
 *
 * <p>The lists are immutable and share structure with those of the state before, so that an event costs little.
 *
 * @param agent who works on it, or worked on it last
 * @param intents where the message asks for several things; {@code null} where for one
 * @param parts the answer's parts so far, by number
 * @param changes every record changed, in order
 * @param progress the last word on how far it is; absent once it has ended
 * @param lastSeq the number of the newest event in it; 0 when new
 */
public record RunState(
        Head head,
        RunPhase phase,
        @Nullable PluginId agent,
        @Nullable IntentsState intents,
        List<ContentPart> parts,
        List<ToolCallState> tools,
        @Nullable PlanState plan,
        List<QuestionState> questions,
        List<RunEvent.RecordChanged> changes,
        RunEvent.@Nullable Progress progress,
        Totals totals,
        Outcome outcome,
        long lastSeq) {

    /** Conversations begin, come and go for good, and so does what happens by itself. */
    private static final Set<RecordKind> NOT_UNDOABLE = Set.of(
            RecordKind.SESSION,
            RecordKind.SESSION_IMPORT,
            RecordKind.SESSION_REMOVAL,
            RecordKind.AUTOMATION,
            RecordKind.AUTOMATION_MEMORY);

    /** What is fixed when the run starts. */
    public record Head(
            SessionId session,
            RunId run,
            RunKind kind,
            String title,
            @Nullable RunId parent,
            @Nullable ChatRequest request,
            Instant startedAt) {}

    /** What it used so far. */
    public record Totals(long inputTokens, long outputTokens, Costs costs, long accesses, long denials) {
        static final Totals NONE = new Totals(0, 0, Costs.NONE, 0, 0);
    }

    /** How it ended; nothing set while it lasts, but for the failure that interrupted it. */
    public record Outcome(
            @Nullable Instant endedAt,
            boolean success,
            @Nullable String summary,
            @Nullable Failure failure) {
        static final Outcome OPEN = new Outcome(null, false, null, null);
    }

    /** The state after the first event of a run; any other event throws {@link IllegalStateException}. */
    public static RunState first(EventEnvelope envelope) {
        if (!(envelope.event() instanceof RunEvent.RunStarted started)) {
            throw new IllegalStateException("a run begins with RunStarted, not "
                    + envelope.event().getClass().getSimpleName());
        }
        Head head = new Head(
                envelope.session(),
                envelope.run(),
                started.kind(),
                started.title(),
                started.parent(),
                started.request(),
                envelope.at());
        return new RunState(
                head,
                RunPhase.RUNNING,
                null,
                null,
                AnswerParts.EMPTY,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                Totals.NONE,
                Outcome.OPEN,
                envelope.seq());
    }

    /**
     * The state after one more event. Pure. Throws {@link IllegalStateException} for an event that cannot happen now:
     * writers try it here before they append.
     */
    public RunState after(EventEnvelope envelope) {
        return new RunReducer(this, envelope).next();
    }

    /** The answer as a message shows it. */
    public List<ContentPart> response() {
        return parts;
    }

    /**
     * What undo takes back, in the order in which it was done. That a conversation began, came or went stays, and so does
     * which model answers in it: a turn changes no other setting.
     */
    public List<RunEvent.RecordChanged> undoable() {
        return changes.stream()
                .filter(change -> !NOT_UNDOABLE.contains(change.kind()) && !isSettingOfTurn(change))
                .toList();
    }

    private boolean isSettingOfTurn(RunEvent.RecordChanged change) {
        return head.kind() == RunKind.TURN && change.kind().equals(RecordKind.SETTING);
    }

    /** The question that waits for an answer, if one does. */
    public @Nullable QuestionState openQuestion() {
        return phase == RunPhase.AWAITING_ANSWER ? questions.get(questions.size() - 1) : null;
    }
}
