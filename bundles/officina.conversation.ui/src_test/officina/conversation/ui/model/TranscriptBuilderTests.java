// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import org.junit.jupiter.api.Test;

class TranscriptBuilderTests {

    private final SessionScript script = new SessionScript();
    private final TranscriptBuilder builder = new TranscriptBuilder();

    @Test
    void a_turn_shows_the_message_the_agent_the_answer_and_what_was_touched() {
        script.asks("Remind me to renew the passport").goesTo("agent.task").answers("Done: **Renew the passport**");
        script.changes(RecordChange.CREATED).ends();
        assertEquals(
                List.of("Remind me to renew the passport", "Task agent", "Done: Renew the passport", "Created 1 to-do"),
                texts());
        assertEquals(List.of("Not right?"), offers(1));
        assertEquals(List.of("Undo"), offers(3));
    }

    @Test
    void an_answer_to_several_things_names_who_worked_on_it_and_is_corrected_by_none() {
        script.asks("milk and the time");
        script.happens(new RunEvent.IntentsFound(List.of(
                new Intent("milk", new PluginId("agent.task"), 0.9),
                new Intent("fly", null, 0.1),
                new Intent("the time", new PluginId("agent.clock"), 0.9),
                new Intent("bread", new PluginId("agent.task"), 0.9))));
        script.answers("Done.").ends();

        assertEquals("Task agent, Clock agent", texts().get(1));
        assertEquals(List.of(), offers(1));
    }

    @Test
    void what_the_person_said_knows_its_edges() {
        script.asks("one\n\ntwo");
        Transcript transcript = builder.build(script.state());
        assertEquals(
                new Place(Voice.PERSON, Gap.TURN, 0, 0, true, false),
                transcript.row(0).place());
        assertEquals(
                new Place(Voice.PERSON, Gap.PARAGRAPH, 0, 0, false, true),
                transcript.row(1).place());
    }

    @Test
    void a_run_at_work_can_be_cancelled_and_shows_how_far_it_is() {
        script.asks("x").happens(new RunEvent.Progress("Reading", 2, 5));
        assertEquals(List.of("x", "Reading (2 of 5)"), texts());
        assertEquals(List.of("Cancel"), offers(1));
    }

    @Test
    void a_plan_that_waits_offers_the_decision_and_an_approved_one_shows_its_steps() {
        script.asks("x").proposes("Two to-dos", "Create A", "Create B").asksApproval();
        assertEquals("Plan: Two to-dos\nCreate A\nCreate B", texts().get(1));
        assertEquals(List.of("Approve", "Review", "Reject"), offers(1));
        script.approves("step-1", "step-2").doesStep("step-1").failsStep("step-2", "The disk is full.");
        assertEquals("Two to-dos \u00b7 1 of 2 steps done\nCreate A\nCreate B: The disk is full.", texts().get(1));
        assertEquals(List.of("Open Plan"), offers(1));
    }

    @Test
    void a_long_plan_shows_its_beginning() {
        String[] steps = IntStream.rangeClosed(1, 20).mapToObj(i -> "Step " + i).toArray(String[]::new);
        script.asks("x").proposes("Many", steps).asksApproval();
        Row.Card card = (Row.Card) builder.build(script.state()).row(1);
        assertEquals("12 more steps", card.lines().getLast().text());
    }

    @Test
    void a_question_offers_its_options_until_it_is_answered() {
        script.asks("x").asksPerson("Which one?", "The first", "The second");
        assertEquals(List.of("The first", "The second"), offers(1));
        script.answersQuestion("The second");
        assertEquals("Which one?\nThe second", texts().get(1));
        assertEquals(List.of(), offers(1));
    }

    @Test
    void a_failed_run_says_what_why_and_what_to_do() {
        script.asks("x").fails("The disk is full.");
        assertEquals("The disk is full.\nFree some space, then ask again.", texts().get(1));
        assertEquals(List.of("Ask Again"), offers(1));
    }

    @Test
    void an_interrupted_run_can_be_resumed_or_cancelled() {
        script.asks("x").happens(new RunEvent.RunInterrupted());
        assertEquals(List.of("Resume", "Cancel"), offers(1));
    }

    @Test
    void a_run_that_trouble_stopped_says_what_it_was_and_what_to_do() {
        script.asks("x")
                .happens(new RunEvent.RunInterrupted(
                        Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", "Make room.")));
        assertEquals("This was interrupted\nThe disk is full.\nMake room.", texts().get(1));
        assertEquals(List.of("Resume", "Cancel"), offers(1));
    }

    @Test
    void what_was_undone_says_so_and_cannot_be_undone_again() {
        script.asks("x").answers("y").changes(RecordChange.DELETED).ends();
        RunId first = script.run();
        script.undoes(first).ends();
        assertEquals(List.of("x", "y", "Undone: Deleted 1 to-do", "The changes were taken back."), texts());
        assertEquals(List.of(), offers(2));
    }

    @Test
    void a_call_of_a_tool_is_one_line_until_its_details_are_wanted() {
        CallId call = CallId.parse("00000000-0000-0000-0000-000000000007");
        JsonObject input = JsonObject.EMPTY.with("query", "the rent").with("limit", 3);
        script.asks("x").happens(new RunEvent.ToolAsked(call, new ToolId("agent.knowledge", "search"), input));
        script.happens(new RunEvent.ToolStarted(call))
                .happens(new RunEvent.ToolFinished(
                        call,
                        true,
                        List.of(new ContentPart.Text("lease.md: The rent is due on the first.")),
                        null,
                        null));
        String line = texts().get(1);
        assertEquals(List.of("Details"), offers(1));
        builder.toggle(call);
        assertEquals(line + "\nquery: the rent\nlimit: 3\nlease.md: The rent is due on the first.", texts().get(1));
        assertEquals(List.of("Hide Details"), offers(1));
        builder.toggle(call);
        assertEquals(line, texts().get(1));
    }

    @Test
    void runs_that_did_not_change_keep_their_rows() {
        script.asks("one").answers("first").ends();
        Transcript before = builder.build(script.state());
        script.asks("two").writes("sec");
        Transcript between = builder.build(script.state());
        script.writes("ond");
        Transcript after = builder.build(script.state());
        assertSame(before.row(1), after.row(1));
        assertEquals(2, before.sameAs(after));
        assertEquals(3, between.sameAs(after));
    }

    @Test
    void a_row_knows_its_run_even_beside_runs_without_rows() {
        script.asks("one");
        Transcript.RunRows one = builder.build(script.state()).runs().getFirst();
        script.asks("two");
        Transcript.RunRows two = builder.build(script.state()).runs().getLast();
        Transcript.RunRows none = new Transcript.RunRows(one.state(), false, Set.of(), List.of(), List.of(), List.of());
        Transcript transcript = new Transcript(List.of(none, none, two, none, one), true);
        assertEquals("two", transcript.runOf(0).head().title());
        assertEquals("one", transcript.runOf(2).head().title());
    }

    @Test
    void the_newest_runs_are_there_before_the_others() {
        for (int i = 0; i < 5; i++) {
            script.asks("question " + i);
        }
        SessionState session = script.state();
        // read apart from the whole: equal, and not the same
        Transcript newest = builder.build(new SessionTail(SessionTail.of(session, 2).runs().stream()
                .map(TranscriptBuilderTests::copy)
                .toList()));
        assertFalse(newest.isWhole());
        assertEquals(
                List.of("question 3", "question 4"),
                newest.turns().map(run -> run.head().title()).toList());

        Transcript whole = builder.build(session);
        assertTrue(whole.isWhole());
        int above = whole.above(newest);
        assertEquals(whole.size() - newest.size(), above);
        for (int row = 0; row < newest.size(); row++) {
            assertSame(newest.row(row), whole.row(above + row), "made twice");
        }
        assertEquals(0, newest.above(whole), "a run that is not shown");
    }

    private List<String> texts() {
        Transcript transcript = builder.build(script.state());
        return IntStream.range(0, transcript.size())
                .mapToObj(i -> transcript.row(i).plain())
                .toList();
    }

    private List<String> offers(int row) {
        return switch (builder.build(script.state()).row(row)) {
            case Row.Note note -> note.offers().stream().map(Offer::label).toList();
            case Row.Card card -> card.offers().stream().map(Offer::label).toList();
            default -> throw new AssertionError("row " + row + " offers nothing");
        };
    }

    private static RunState copy(RunState run) {
        return new RunState(
                run.head(),
                run.phase(),
                run.agent(),
                run.intents(),
                run.parts(),
                run.tools(),
                run.plan(),
                run.questions(),
                run.changes(),
                run.progress(),
                run.totals(),
                run.outcome(),
                run.lastSeq());
    }
}
