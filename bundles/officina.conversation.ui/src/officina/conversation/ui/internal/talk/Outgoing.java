// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
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
    private final Supplier<@Nullable String> model;

    /** What was sent and has no answer yet. */
    private @Nullable Message sending;
    /** Where to go as soon as the conversation is there. */
    private @Nullable Draft left;

    /**
     * What a person leaves when this content is replaced by another.
     *
     * @param text of the next message
     * @param files of the next message, and of the one before it of which nobody knows whether it arrived
     * @param sent a message before it of which nobody knows whether it arrived; empty for none
     * @param session the conversation of the place
     */
    record Draft(
            String text,
            List<ContentPart.File> files,
            String sent,
            ExecutionMode mode,
            @Nullable SessionId session,
            TranscriptCanvas.Place place) {}

    /**
     * @param left what the content before this one left; {@code null} for the first
     * @param session the conversation that is shown
     * @param model which model answers in a conversation that begins; {@code null} for what holds elsewhere
     */
    Outgoing(
            PaneSite site,
            Composer composer,
            Notice notice,
            TranscriptCanvas canvas,
            @Nullable Draft left,
            Supplier<@Nullable SessionId> session,
            Supplier<@Nullable String> model) {
        this.site = site;
        this.composer = composer;
        this.notice = notice;
        this.canvas = canvas;
        this.session = session;
        this.model = model;
        this.left = left;
        if (left != null) {
            composer.setMode(left.mode());
            composer.setText(joined(left.sent(), left.text()));
            composer.setFiles(left.files());
        }
    }

    /** Sends a message, or the answer to the question that is open; {@code false} where that has to wait. */
    boolean send(Message message, ExecutionMode mode) {
        if (!site.hasEngine()) {
            composer.setObstacle(Words.ENGINE_CHANGES.text());
            return false;
        }
        if (sending != null) {
            composer.keep(Words.KEPT_SENDING.text());
            return false;
        }
        if (composer.isWorking()) {
            composer.keep(Words.KEPT_WORKING.text());
            return false;
        }
        RunState newest = session.get() == null ? null : canvas.transcript().newest();
        QuestionState question = newest == null ? null : newest.openQuestion();
        if (question != null && !files(message).isEmpty()) {
            composer.keep(Words.KEPT_FILES.text());
            return false;
        }
        notice.clear();
        sending = message;
        if (newest != null && question != null) {
            answer(newest.head().run(), question, message);
        } else {
            start(message, mode);
        }
        return true;
    }

    private void answer(RunId run, QuestionState question, Message message) {
        site.call(
                engine -> {
                    engine.runs().answer(run, question.id(), message.plainText().strip());
                    return run;
                },
                _ -> {
                    sending = null;
                    composer.keep(null);
                },
                failure -> giveBack(message, failure));
    }

    private void start(Message message, ExecutionMode mode) {
        SessionId into = session.get();
        TurnRequest request = new TurnRequest(into, null, mode, null, message, into == null ? model.get() : null);
        composer.setWorking(true);
        site.<RunRef>call(
                engine -> engine.runs().start(request),
                started -> {
                    sending = null;
                    if (into == null && site.kit().current().session() == null) {
                        site.kit().current().open(started.session());
                    }
                    canvas.jumpToEnd();
                },
                failure -> {
                    composer.setWorking(false);
                    giveBack(message, failure);
                });
    }

    /** Sends the message of a run once more. */
    void repeat(RunState run) {
        if (run.head().request() != null) {
            start(run.head().request().message(), run.head().request().mode());
        }
    }

    /** Nothing that was typed is lost because sending it failed. */
    private void giveBack(Message message, Failure failure) {
        sending = null;
        composer.setText(joined(message.plainText(), composer.text()));
        composer.setFiles(both(files(message), composer.files()));
        notice.show(failure);
    }

    /** A message that was on its way is given back: better twice than lost. */
    Draft remember() {
        Draft draft = left;
        if (draft != null && sending == null && Objects.equals(draft.session(), session.get())) {
            // nothing was shown since the engine changed last
            String rest = after(draft.sent(), composer.text());
            return new Draft(
                    rest == null ? composer.text() : rest,
                    composer.files(),
                    rest == null ? "" : draft.sent(),
                    composer.mode(),
                    session.get(),
                    draft.place());
        }
        Message sent = sending;
        return sent == null
                ? new Draft(composer.text(), composer.files(), "", composer.mode(), session.get(), canvas.place())
                : new Draft(
                        composer.text(),
                        both(files(sent), composer.files()),
                        sent.plainText(),
                        composer.mode(),
                        session.get(),
                        canvas.place());
    }

    /** Where the person was before the engine changed; what they had sent by then need not be sent again. */
    void goBack(Transcript transcript) {
        Draft draft = left;
        if (draft == null || !transcript.isWhole() || !Objects.equals(draft.session(), session.get())) {
            return;
        }
        left = null;
        canvas.go(draft.place());
        RunState newest = transcript.newest();
        boolean arrived = newest != null
                && newest.head().request() != null
                && newest.head().request().message().plainText().equals(draft.sent());
        String rest = arrived ? after(draft.sent(), composer.text()) : null;
        if (rest != null && newest != null && newest.head().request() != null) {
            composer.setText(rest);
            List<ContentPart.File> files = new ArrayList<>(composer.files());
            files.removeAll(files(newest.head().request().message()));
            composer.setFiles(files);
        }
    }

    private static List<ContentPart.File> files(Message message) {
        return message.parts().stream()
                .filter(ContentPart.File.class::isInstance)
                .map(ContentPart.File.class::cast)
                .toList();
    }

    private static List<ContentPart.File> both(List<ContentPart.File> before, List<ContentPart.File> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
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
