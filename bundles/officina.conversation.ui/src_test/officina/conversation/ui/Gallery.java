// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.content.ContentPart;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.conversation.ui.internal.sessions.SessionsPane;
import officina.conversation.ui.internal.talk.ConversationPane;
import officina.conversation.ui.internal.talk.FakeTalk;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.model.SessionScript;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.PaneFactory;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Paints the views in their states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. Not shipped. */
public final class Gallery {

    private static final Instant NOW = Instant.parse("2026-11-18T14:30:00Z");

    private final Path folder;
    private final String wanted;

    private Gallery(Path folder, String wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        Gallery gallery =
                new Gallery(Files.createDirectories(Path.of(arguments[0])), arguments.length > 1 ? arguments[1] : "");
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            gallery.talk("markdown-end-" + theme, dark, Gallery::markdown, false);
            gallery.talk("markdown-start-" + theme, dark, Gallery::markdown, true);
            gallery.talk("decisions-end-" + theme, dark, Gallery::decisions, false);
            gallery.talk("decisions-start-" + theme, dark, Gallery::decisions, true);
            gallery.talk("welcome-" + theme, dark, null, false);
            gallery.paint(
                    "sessions-" + theme, dark, 300, 700, SessionsPane::new, fake -> fake.listed = sessions(), _ -> {});
            gallery.paint("sessions-empty-" + theme, dark, 300, 500, SessionsPane::new, _ -> {}, _ -> {});
        }
    }

    private void talk(String name, boolean dark, Consumer<SessionScript> story, boolean start) throws Exception {
        paint(
                name,
                dark,
                900,
                860,
                (site, _) -> new ConversationPane(site, _ -> {}),
                fake -> {
                    if (story != null) {
                        story.accept(fake.script);
                    }
                },
                stage -> {
                    if (story != null) {
                        stage.kit().current().open(new SessionScript().state().session());
                        stage.pump(Duration.ofMillis(600));
                    }
                    if (start) {
                        Event home = new Event();
                        home.keyCode = SWT.HOME;
                        stage.find(TranscriptCanvas.class, _ -> true).notifyListeners(SWT.KeyDown, home);
                    }
                });
    }

    private void paint(
            String name,
            boolean dark,
            int width,
            int height,
            PaneFactory factory,
            Consumer<FakeTalk> before,
            Consumer<Stage> after)
            throws Exception {
        if (!name.contains(wanted)) {
            return;
        }
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            FakeTalk talk = new FakeTalk();
            before.accept(talk);
            PaneHost host = new PaneHost(stage.kit(), "Conversation", factory);
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(talk.engine()));
            stage.open();
            stage.pump(Duration.ofMillis(300));
            after.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
        }
    }

    private static List<SessionSummary> sessions() {
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
        List<SessionSummary> sessions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sessions.add(new SessionSummary(
                    new SessionId(new UUID(0, i)),
                    new SessionInfo(
                            "Conversation " + i + " about the renewal of passports",
                            new RecordId(new UUID(0, 0)),
                            SessionKind.CONVERSATION),
                    phases[i < 8 ? i : 3],
                    1,
                    NOW.minusSeconds(i * 7_000L)));
        }
        return sessions;
    }

    private static void markdown(SessionScript script) {
        script.asks("How do I list files by size?\nAnd **show** me a table, please.")
                .goesTo("agent.task")
                .answers("""
                    # Listing files

                    Use `ls -lS` for one folder, or `du` for a *whole tree*. A **bold claim**: ~~never~~ sometimes `find` is better. See [the manual](https://man.example/ls) or https://www.example.org/a/long/address.

                    ## Steps

                    - Open a terminal
                    - Type the command below, which is a rather long line so that it wraps around to the next one and shows how the second line is set
                       1. first this
                       2. then that
                    - [x] done
                    - [ ] open

                    > A quotation of some wise person, that goes on for a while so that we can see how its second line looks.
                    >
                    > > deeper

                    ```bash
                    # the ten largest files
                    find . -type f -printf '%s %p\\n' | sort -rn | head -10
                    ```

                    ```java
                    public record Size(long bytes) { // a comment
                        static final int LIMIT = 42;
                        String text() { return "size: " + bytes; }
                    }
                    ```

                    | Command | What it does | Cost |
                    |:--------|:-------------|-----:|
                    | `ls -lS` | Lists the files of a folder, largest first | 1 |
                    | `du -sh *` | Sums up each entry | 20 |
                    | `find` | Everything | 300 |

                    ---

                    ### The end
                    Good luck.
                    """)
                .shows(new ContentPart.Code("json", "{\"name\": \"x\", \"value\": 1.5, \"ok\": true}"))
                .changes(RecordChange.CREATED)
                .ends();
    }

    private static void decisions(SessionScript script) {
        script.asks("Remind me to renew the passport by 12 December, high priority")
                .goesTo("agent.task")
                .answers("I will add one to-do.")
                .proposes("Add a to-do", "Create the to-do “Renew the passport”, due 12 December, high")
                .asksApproval()
                .approves("step-1")
                .doesStep("step-1")
                .changes(RecordChange.CREATED)
                .ends();
        script.asks("Clean up the list")
                .goesTo("agent.task")
                .asksPerson(
                        "There are two to-dos called “Call Anna”. Which one do you mean?",
                        "Call Anna (Friday)",
                        "Call Anna (no date)",
                        "Both")
                .answersQuestion("Both")
                .proposes(
                        "Clean up", "Delete “Call Anna” of Friday", "Delete “Call Anna”", "Complete “Water the plants”")
                .asksApproval()
                .approves("step-1", "step-2")
                .doesStep("step-1")
                .failsStep("step-2", "The to-do was changed meanwhile.")
                .changes(RecordChange.DELETED)
                .fails("Step 2 of 3 failed: the to-do was changed meanwhile. One to-do was deleted, one step was not"
                        + " done.");
        script.asks("What about now?").happens(new RunEvent.RunInterrupted());
        script.asks("Plan my week")
                .goesTo("agent.task")
                .proposes(
                        "Plan the week",
                        "Create “Prepare the talk” for Monday",
                        "Create “Send slides” for Wednesday",
                        "Create “Rest” for Sunday")
                .asksApproval();
        script.asks("And who is it?").goesTo("agent.task").happens(new RunEvent.Progress("Reading to-dos", 3, 12));
    }
}
