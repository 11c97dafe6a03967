// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import officina.api.chat.ChatRequest;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.ui.base.Icon;

/** How a run stands: at work, interrupted, ended, and what it touched. */
final class OutcomeRows {

    private final RunState run;
    private final boolean undone;
    private final RunId id;

    OutcomeRows(RunState run, boolean undone) {
        this.run = run;
        this.undone = undone;
        id = run.head().run();
    }

    List<Row> rows() {
        return switch (run.phase()) {
            case NEW, AWAITING_APPROVAL, AWAITING_ANSWER -> List.of();
            case RUNNING -> List.of(working());
            case INTERRUPTED -> List.of(interrupted());
            case DONE -> done();
            case FAILED -> failed();
            case CANCELLED -> List.of(ended(Icon.CANCELLED, Words.CANCELLED.text()));
        };
    }

    private Row working() {
        RunEvent.Progress progress = run.progress();
        String text = progress == null ? Words.WORKING.text() : progress(progress);
        return new Row.Note(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                Icon.LOADING,
                Tone.WORKING,
                text,
                List.of(new Offer(Words.CANCEL.text(), new Offer.Cancel(id), false)));
    }

    private static String progress(RunEvent.Progress progress) {
        return progress.total() > 0
                ? Words.PROGRESS.text(progress.text(), progress.done(), progress.total())
                : progress.text();
    }

    private Row interrupted() {
        Failure reason = run.outcome().failure();
        String why = reason == null ? Words.INTERRUPTED_WHY.text() : reason.message();
        String remedy = reason == null ? null : reason.remedy();
        List<Row.Line> lines = new ArrayList<>();
        lines.add(new Row.Line(Icon.INFO, Tone.QUIET, why));
        if (remedy != null) {
            lines.add(new Row.Line(Icon.INFO, Tone.QUIET, remedy));
        }
        return new Row.Card(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                Icon.CLOCK,
                Tone.WARNING,
                Words.INTERRUPTED.text(),
                lines,
                List.of(
                        new Offer(Words.RESUME.text(), new Offer.Resume(id), true),
                        new Offer(Words.CANCEL.text(), new Offer.Cancel(id), false)));
    }

    private List<Row> done() {
        List<Row> rows = new ArrayList<>();
        String summary = run.outcome().summary();
        if (run.head().kind() == RunKind.UNDO) {
            rows.add(new Row.Note(
                    Place.of(Voice.AGENT, Gap.ANSWER),
                    Icon.UNDO,
                    Tone.QUIET,
                    summary == null ? Words.UNDO_DONE.text() : summary,
                    List.of()));
            return rows;
        }
        if (run.parts().isEmpty() && summary != null) {
            rows.addAll(MarkdownRows.of(summary, Voice.AGENT, Gap.PARAGRAPH));
        }
        String touched = Labels.touched(run);
        if (!touched.isEmpty()) {
            rows.add(ended(Icon.SHIELD, touched));
        }
        return rows;
    }

    private List<Row> failed() {
        Failure failure = run.outcome().failure();
        List<Row.Line> lines = new ArrayList<>();
        if (failure != null && failure.remedy() != null) {
            lines.add(new Row.Line(Icon.INFO, Tone.QUIET, failure.remedy()));
        }
        ChatRequest asked = run.head().request();
        boolean mayRepeat = asked != null && !asked.message().parts().isEmpty();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row.Card(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                Icon.WARNING,
                Tone.BAD,
                failure == null ? Words.FAILED.text() : failure.message(),
                lines,
                mayRepeat ? List.of(new Offer(Words.ASK_AGAIN.text(), new Offer.Repeat(id), false)) : List.of()));
        String touched = Labels.touched(run);
        if (!touched.isEmpty()) {
            rows.add(ended(Icon.SHIELD, touched));
        }
        return rows;
    }

    private Row ended(Icon icon, String text) {
        boolean mayUndo = !undone && !run.undoable().isEmpty() && run.phase() != RunPhase.RUNNING;
        return new Row.Note(
                Place.of(Voice.AGENT, Gap.PARAGRAPH),
                undone ? Icon.UNDO : icon,
                Tone.QUIET,
                undone ? Words.UNDONE.text(text) : text,
                mayUndo ? List.of(new Offer(Words.UNDO.text(), new Offer.Undo(id), false)) : List.of());
    }
}
