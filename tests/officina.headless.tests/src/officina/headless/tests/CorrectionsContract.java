// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import officina.api.chat.ExecutionMode;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.core.run.RunState;
import officina.engine.Corrections.AgentItem;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.RunRef;
import org.junit.jupiter.api.Test;

/** "Not this: that one": asked again, remembered, obeyed, forgotten. */
interface CorrectionsContract extends EngineFixture {

    PluginId DOCUMENTS = new PluginId("agent.knowledge");
    PluginId TODOS = new PluginId("agent.task");

    @Test
    default void what_was_sent_to_another_agent_goes_there_from_then_on_until_it_is_forgotten()
            throws InterruptedException {
        RunState wrong = say("show my to-dos about the boiler", ExecutionMode.DIRECT);
        assertEquals(TODOS, wrong.agent());
        assertTrue(engine().corrections().agents().contains(new AgentItem(TODOS, "To-dos")), "who can be asked");

        RunRef again = engine().corrections().correct(wrong.head().run(), DOCUMENTS);
        RunState right = engine().runs().await(again.run());
        assertEquals(DOCUMENTS, right.agent());
        assertEquals(wrong.head().session(), again.session());
        reopen();

        assertEquals(
                DOCUMENTS,
                say("Show my to-dos about the boiler!", ExecutionMode.DIRECT).agent());
        assertEquals(TODOS, say("show my to-dos", ExecutionMode.DIRECT).agent());
        CorrectionItem item = engine().corrections().list().getFirst();
        assertEquals(new CorrectionItem(item.id(), "show my to-dos about the boiler", DOCUMENTS), item);
        engine().corrections().correct(wrong.head().run(), TODOS);
        assertEquals(
                List.of(new CorrectionItem(item.id(), "show my to-dos about the boiler", TODOS)),
                engine().corrections().list());
        engine().corrections().remove(item.id());
        assertEquals(List.of(), engine().corrections().list());
        assertEquals("record.missing", codeOf(() -> engine().corrections().remove(item.id())));
    }

    @Test
    default void only_a_message_that_has_been_answered_is_sent_to_an_agent_that_is_there() throws InterruptedException {
        RunState done = say("show my to-dos", ExecutionMode.DIRECT);
        RunState waiting = say(PASSPORT, ExecutionMode.PLAN);
        RunState several = say("show my to-dos and remind me to buy milk", ExecutionMode.DIRECT);

        assertEquals(
                "agent.missing",
                codeOf(() -> engine().corrections().correct(done.head().run(), new PluginId("agent.gone"))));
        assertEquals(
                "run.not-ended",
                codeOf(() -> engine().corrections().correct(waiting.head().run(), DOCUMENTS)));
        assertEquals(
                "correction.no-message",
                codeOf(() -> engine().corrections().correct(several.head().run(), DOCUMENTS)));
        assertEquals("record.missing", codeOf(() -> engine().corrections().remove(new RecordId(new UUID(1, 1)))));
        assertEquals(List.of(), engine().corrections().list());
    }
}
