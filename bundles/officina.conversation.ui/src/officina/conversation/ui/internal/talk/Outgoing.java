// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.Objects;
import java.util.function.Supplier;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.composer.Composer;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.model.Transcript;
import officina.core.run.QuestionState;
import officina.core.run.RunState;
import officina.engine.RunRef;
import officina.engine.TurnRequest;
import officina.ui.base.PaneSite;
import org.jspecify.annotations.Nullable;

/**
 * What the person writes, on its way from the composer to the engine: one message at a time, given back when it did not
 * arrive, and left to the next content of the view when another engine takes over. UI thread only.
 */
final class Outgoing {

    /** Between a message that is given back and what was typed since. */
    private static final String BETWEEN = "\n\n";

    private final PaneSite site;
    private final Composer composer;
    private final Notice notice;
    private final TranscriptCanvas canvas;
    private final Supplier<@Nullable SessionId> session;

    /** What was sent and has no answer yet. */
    private String sending = "";
    /** Where to go as soon as the conversation is there. */
    private @Nullable Draft left;

    /**
     * What a person leaves when this content is replaced by another.
     *
     * @param text of the next message
     * @param sent a message before it of which nobody knows whether it arrived; empty for none
     * @param session the conversation of the place
     */
    record Draft(
            String text,
            String sent,
            ExecutionMode mode,
            @Nullable SessionId session,
            TranscriptCanvas.Place place) {}

    /**
     * @param left what the content before this one left; {@code null} for the first
     * @param session the conversation that is shown
     */
    Outgoing(
            PaneSite site,
            Composer composer,
            Notice notice,
            TranscriptCanvas canvas,
            @Nullable Draft left,
            Supplier<@Nullable SessionId> session) {
        this.site = site;
        this.composer = composer;
        this.notice = notice;
        this.canvas = canvas;
        this.session = session;
        this.left = left;
        if (left != null) {
            composer.setMode(left.mode());
            composer.setText(joined(left.sent(), left.text()));
        }
    }

    /** Sends a message, or the answer to the question that is open; {@code false} where that has to wait. */
    boolean send(String text, ExecutionMode mode) {
        if (!site.hasEngine()) {
            composer.setObstacle(Words.ENGINE_CHANGES.text());
            return false;
        }
        if (!sending.isEmpty()) {
            composer.keep(Words.KEPT_SENDING.text());
            return false;
        }
        if (composer.isWorking()) {
            composer.keep(Words.KEPT_WORKING.text());
            return false;
        }
        notice.clear();
        sending = text;
        RunState newest = session.get() == null ? null : canvas.transcript().newest();
        QuestionState question = newest == null ? null : newest.openQuestion();
        if (newest != null && question != null) {
            answer(newest.head().run(), question, text);
        } else {
            start(text, mode);
        }
        return true;
    }

    private void answer(RunId run, QuestionState question, String text) {
        site.call(
                engine -> {
                    engine.runs().answer(run, question.id(), text.strip());
                    return run;
                },
                _ -> {
                    sending = "";
                    composer.keep(null);
                },
                failure -> giveBack(text, failure));
    }

    private void start(String text, ExecutionMode mode) {
        SessionId into = session.get();
        TurnRequest request = new TurnRequest(into, null, mode, null, Message.text(MessageRole.USER, text));
        composer.setWorking(true);
        site.<RunRef>call(
                engine -> engine.runs().start(request),
                started -> {
                    sending = "";
                    if (into == null && site.kit().current().session() == null) {
                        site.kit().current().open(started.session());
                    }
                    canvas.jumpToEnd();
                },
                failure -> {
                    composer.setWorking(false);
                    giveBack(text, failure);
                });
    }

    /** Sends the message of a run once more. */
    void repeat(RunState run) {
        if (run.head().request() != null) {
            start(
                    run.head().request().message().plainText(),
                    run.head().request().mode());
        }
    }

    /** Nothing that was typed is lost because sending it failed. */
    private void giveBack(String text, Failure failure) {
        sending = "";
        composer.setText(joined(text, composer.text()));
        notice.show(failure);
    }

    /** A message that was on its way is given back: better twice than lost. */
    Draft remember() {
        Draft draft = left;
        if (draft != null && sending.isEmpty() && Objects.equals(draft.session(), session.get())) {
            // nothing was shown since the engine changed last
            String rest = after(draft.sent(), composer.text());
            return new Draft(
                    rest == null ? composer.text() : rest,
                    rest == null ? "" : draft.sent(),
                    composer.mode(),
                    session.get(),
                    draft.place());
        }
        return new Draft(composer.text(), sending, composer.mode(), session.get(), canvas.place());
    }

    /** Where the person was before the engine changed; what they had sent by then need not be sent again. */
    void goBack(Transcript transcript) {
        Draft draft = left;
        if (draft == null || !Objects.equals(draft.session(), session.get())) {
            return;
        }
        left = null;
        canvas.go(draft.place());
        RunState newest = transcript.newest();
        boolean arrived = newest != null
                && newest.head().request() != null
                && newest.head().request().message().plainText().equals(draft.sent());
        String rest = arrived ? after(draft.sent(), composer.text()) : null;
        if (rest != null) {
            composer.setText(rest);
        }
    }

    /** The one in front of the other. */
    private static String joined(String before, String text) {
        return before.isEmpty() || text.isEmpty() ? before + text : before + BETWEEN + text;
    }

    /** What stands after the message that was given back; {@code null} where it does not stand there as it was. */
    private static @Nullable String after(String given, String text) {
        if (text.equals(given)) {
            return "";
        }
        return !given.isEmpty() && text.startsWith(given + BETWEEN)
                ? text.substring(given.length() + BETWEEN.length())
                : null;
    }
}
