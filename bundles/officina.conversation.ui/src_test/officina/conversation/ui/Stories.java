// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.conversation.ui.model.SessionScript;

/** Conversations to look at. */
final class Stories {

    private Stories() {}

    /** An answer from documents, and a plan that waits. */
    static void usual(SessionScript script) {
        script.asks("What does the handbook say about the main stopcock?")
                .goesTo("agent.knowledge")
                .answers("""
                    Your documents say:

                    [handbook.md, lines 5-7](<file:///home/ada/Notes/handbook.md#lines=5-7>)

                    > The main stopcock is under the kitchen sink, behind the bin. Turn it clockwise to shut off the water of the whole flat.
                    """)
                .ends();
        script.asks("Remind me to renew the passport by 12 December, high priority")
                .goesTo("agent.task")
                .answers("I will add one to-do.")
                .proposes("Add a to-do", "Create the to-do “Renew the passport”, due 12 December, high")
                .asksApproval();
    }

    /** A model's server goes away in the middle of an answer. */
    static void serverDied(SessionScript script) {
        script.asks("And which way do I turn it?")
                .goesTo("agent.chat")
                .writes("Clockwise. Before you do, open the tap that is farthest from it, so that the")
                .happens(new RunEvent.RunInterrupted(Failure.of(
                        "provider.offline",
                        ErrorKind.PROVIDER,
                        "The server of the account \"ollama\" at 127.0.0.1:11434 went away in the middle of the answer.",
                        "Check that it runs, then resume: what was said so far stays.")));
        script.asks("Clean up the list")
                .goesTo("agent.task")
                .fails("The to-dos could not be changed: the disk is full.");
    }

    /** Hebrew and Arabic with code, lists, quotations, a table and a listing among them. */
    static void rightToLeft(SessionScript script) {
        script.asks("איך מציגים קבצים לפי גודל עם `ls -lS /tmp/`?")
                .goesTo("agent.chat")
                .answers("""
                    ## רשימת קבצים

                    הפקודה `ls -lS /tmp/` מציגה את הקבצים לפי גודל, הגדול ביותר ראשון. ראו את [המדריך](https://man.example/ls) של **GNU coreutils** (גרסה 9.4).

                    - פתחו מסוף
                    - הקלידו `du -sh *` ואז Enter
                       1. קודם זה
                       2. אחר כך זה

                    > ציטוט של אדם חכם, ארוך מספיק כדי שנראה איך השורה השנייה שלו מונחת מתחת לראשונה, ועוד קצת.

                    ```bash
                    # הקבצים הגדולים
                    ls -lS /tmp/ | head -10
                    ```

                    | פקודה | מה היא עושה | זמן |
                    |:------|:------------|----:|
                    | `ls -lS` | רשימה של תיקייה | 1 |
                    | `du -sh *` | סכום לכל פריט | 20 |
                    """)
                .ends();
        script.asks("ذكّرني بتجديد جواز السفر قبل 12 ديسمبر")
                .goesTo("agent.task")
                .answers("سأضيف مهمة واحدة: «تجديد جواز السفر»، الأولوية high.")
                .proposes("Add a to-do", "تجديد جواز السفر, due 12 December")
                .asksApproval();
    }

    static void markdown(SessionScript script) {
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

    static void decisions(SessionScript script) {
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
