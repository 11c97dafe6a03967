// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import officina.api.id.SessionId;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;

/** A row of the list of sessions. */
public sealed interface SessionRow {

    /** The head of a group. */
    record Heading(SessionGroup group, int count) implements SessionRow {}

    /**
     * A session.
     *
     * @param standing how it stands, in words
     */
    record Item(SessionId id, String title, Tone tone, String standing, Instant updatedAt) implements SessionRow {}

    /** The rows of these sessions: groups in the order of their urgency, in each the newest first. */
    static List<SessionRow> of(List<SessionSummary> sessions) {
        Map<SessionGroup, List<SessionSummary>> groups = new EnumMap<>(SessionGroup.class);
        for (SessionSummary each : sessions) {
            groups.computeIfAbsent(SessionGroup.of(each.phase()), _ -> new ArrayList<>())
                    .add(each);
        }
        List<SessionRow> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            rows.add(new Heading(group, members.size()));
            members.sort((one, other) -> other.updatedAt().compareTo(one.updatedAt()));
            members.forEach(each -> rows.add(item(each)));
        });
        return rows;
    }

    private static Item item(SessionSummary session) {
        RunPhase phase = session.phase();
        return new Item(
                session.id(),
                session.info().title(),
                tone(phase),
                standing(phase).text(),
                session.updatedAt());
    }

    private static Tone tone(RunPhase phase) {
        return switch (phase) {
            case NEW, DONE, CANCELLED -> Tone.QUIET;
            case RUNNING -> Tone.WORKING;
            case AWAITING_APPROVAL, AWAITING_ANSWER -> Tone.ASKING;
            case INTERRUPTED -> Tone.WARNING;
            case FAILED -> Tone.BAD;
        };
    }

    private static Words standing(RunPhase phase) {
        return switch (phase) {
            case NEW -> Words.STANDING_NEW;
            case RUNNING -> Words.STANDING_WORKING;
            case AWAITING_APPROVAL -> Words.STANDING_APPROVAL;
            case AWAITING_ANSWER -> Words.STANDING_ANSWER;
            case INTERRUPTED -> Words.STANDING_INTERRUPTED;
            case DONE -> Words.STANDING_DONE;
            case FAILED -> Words.STANDING_FAILED;
            case CANCELLED -> Words.STANDING_CANCELLED;
        };
    }
}
