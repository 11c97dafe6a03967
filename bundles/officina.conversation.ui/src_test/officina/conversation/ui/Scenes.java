// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.conversation.ui.internal.sessions.SessionsPane;
import officina.conversation.ui.internal.talk.ConversationPane;
import officina.conversation.ui.internal.talk.FakeTalk;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.internal.welcome.WelcomeCard;
import officina.conversation.ui.model.SessionScript;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.testkit.ui.FakeModels;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.PassphraseForm;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Paints the two views of conversations, and what any view shows before the data is open. */
public final class Scenes {

    private static final Failure UNREAD = Failure.of(
            "store.unusable",
            ErrorKind.RESOURCE,
            "The conversations could not be read: the disk gave an error.",
            "Look whether the disk is in order, then try again. What is in the journal is not lost.");
    private static final Failure FULL = Failure.of(
            "journal.full",
            ErrorKind.RESOURCE,
            "Nothing could be written: the disk of the data folder is full.",
            "Free some space, then try again. Nothing of what you wrote is lost.");

    private Scenes() {}

    /** {@code Scenes FOLDER [EXPRESSION]} */
    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("sessions-empty", 300, 520, stage -> sessions(stage, _ -> {}));
        gallery.paint("sessions-normal", 300, 520, stage -> sessions(stage, fake -> fake.listed = listed()));
        gallery.paint("sessions-failing", 300, 520, stage -> sessions(stage, fake -> fake.failing = UNREAD));
        gallery.paint(
                "conversation-empty",
                720,
                620,
                stage -> talk(stage, fake -> {
                    fake.tour = false;
                    fake.listed = listed();
                }));
        gallery.paint("conversation-normal", 720, 620, stage -> tell(stage, Stories::usual));
        gallery.paint("conversation-failing", 720, 620, stage -> tell(stage, Stories::serverDied));
        gallery.paint("conversation-right-to-left", 720, 860, stage -> tell(stage, Stories::rightToLeft));
        gallery.paint("conversation-markdown-end", 900, 860, stage -> tell(stage, Stories::markdown));
        gallery.paint("conversation-markdown-start", 900, 860, stage -> toStart(tell(stage, Stories::markdown)));
        gallery.paint("conversation-decisions-end", 900, 860, stage -> tell(stage, Stories::decisions));
        gallery.paint("conversation-decisions-start", 900, 860, stage -> toStart(tell(stage, Stories::decisions)));
        gallery.paint("welcome-empty", 720, 640, stage -> talk(stage, fake -> fake.bare = true));
        gallery.paint("welcome-normal", 720, 640, stage -> talk(stage, _ -> {}));
        gallery.paint("welcome-failing", 720, 640, stage -> {
            FakeTalk fake = talk(stage, _ -> {});
            fake.failing = FULL;
            stage.click(stage.find(WelcomeCard.class, _ -> true));
            stage.pump(Duration.ofMillis(500));
        });
        gallery.paint("choice-none", 480, 640, stage -> choose(stage, _ -> {}));
        gallery.paint("choice-models", 720, 640, stage -> choose(stage, Scenes::two));
        gallery.paint("choice-narrow", 330, 640, stage -> choose(stage, Scenes::two));
        gallery.paint(
                "choice-silent",
                720,
                640,
                stage -> choose(stage, models -> {
                    two(models);
                    models.offline = true;
                }));
        gallery.paint("opening-empty", 460, 420, stage -> before(stage, new EngineState.NeedsPassphrase(true, null)));
        gallery.paint("opening-normal", 460, 420, stage -> before(stage, new EngineState.NeedsPassphrase(false, null)));
        gallery.paint("opening-failing", 460, 420, stage -> before(stage, new EngineState.Failed(FULL)));
    }

    private static FakeTalk talk(Stage stage, Consumer<FakeTalk> set) {
        FakeTalk fake = new FakeTalk();
        set.accept(fake);
        stage.show("Conversation", fake.engine(), (site, _) -> new ConversationPane(site, _ -> {}));
        return fake;
    }

    /** The popup with what may answer. */
    private static void choose(Stage stage, Consumer<FakeModels> set) {
        talk(stage, fake -> set.accept(fake.models));
        stage.find(
                        FlatButton.class,
                        button -> String.valueOf(button.getToolTipText()).startsWith("In this conversation"))
                .notifyListeners(SWT.Selection, new Event());
        stage.pump(Duration.ofMillis(600));
    }

    private static void two(FakeModels models) {
        for (String name : List.of("ollama", "work")) {
            models.add(new ProviderAccount(
                    name,
                    new PluginId("provider.openai"),
                    URI.create("http://127.0.0.1:11434/v1"),
                    null,
                    null,
                    ModelPatience.STANDARD,
                    null));
        }
        models.use("ollama", "qwen3:8b", null);
    }

    private static Stage tell(Stage stage, Consumer<SessionScript> story) {
        talk(stage, fake -> story.accept(fake.script));
        stage.kit().current().open(new SessionScript().state().session());
        stage.pump(Duration.ofMillis(600));
        return stage;
    }

    private static void toStart(Stage stage) {
        Event home = new Event();
        home.keyCode = SWT.HOME;
        stage.find(TranscriptCanvas.class, _ -> true).notifyListeners(SWT.KeyDown, home);
    }

    private static void sessions(Stage stage, Consumer<FakeTalk> set) {
        FakeTalk fake = new FakeTalk();
        set.accept(fake);
        stage.show("Sessions", fake.engine(), SessionsPane::new);
    }

    /** What a view shows that has no engine. */
    private static void before(Stage stage, EngineState state) {
        PaneHost host = new PaneHost(
                stage.kit(),
                "Conversation",
                (site, _) -> new ConversationPane(site, _ -> {}),
                parent -> new PassphraseForm(parent, stage.kit()).control());
        host.create(stage.parent());
        stage.engine().become(state);
        stage.open();
        host.focus();
        stage.pump(Duration.ofMillis(300));
    }

    private static List<SessionSummary> listed() {
        RunPhase[] phases = {
            RunPhase.AWAITING_APPROVAL,
            RunPhase.INTERRUPTED,
            RunPhase.RUNNING,
            RunPhase.DONE,
            RunPhase.FAILED,
            RunPhase.CANCELLED,
            RunPhase.DONE,
            RunPhase.DONE
        };
        String[] titles = {
            "Remind me to renew the passport by 12 December",
            "What does the lease say about pets?",
            "Which letters of this year are from the tax office?",
            "Help me plan my week",
            "Summarise the minutes of the last meeting",
            "Move everything of Monday to Tuesday",
            "When was the boiler serviced last?",
            "Who waters the plants in December?"
        };
        List<SessionSummary> sessions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sessions.add(new SessionSummary(
                    new SessionId(new UUID(0, i)),
                    new SessionInfo(titles[i % 8], new RecordId(new UUID(0, 0)), SessionKind.CONVERSATION),
                    phases[i < 8 ? i : 3],
                    1,
                    Gallery.NOW.minusSeconds(i * 7_000L)));
        }
        return sessions;
    }
}
