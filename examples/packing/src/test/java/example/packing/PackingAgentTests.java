// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.language.EntityExtractor;
import officina.api.plan.PlanStep;
import officina.language.WordEntityExtractor;
import officina.testkit.agent.AgentContractTests;
import org.junit.jupiter.api.Test;

/** The contract of every agent, and what this one is for. */
class PackingAgentTests extends AgentContractTests {

    @Override
    protected ChatAgent agent() {
        return new PackingAgent();
    }

    @Override
    protected EntityExtractor extractor() {
        return new WordEntityExtractor();
    }

    @Test
    void what_it_has_to_know_it_asks() {
        assertEquals(new AgentQuestion("For how many days?", List.of("2 days", "4 days", "1 week")), asked("Pack"));
        assertEquals(
                new AgentQuestion("What will the weather be like?", List.of("Warm", "Cold")), asked("Pack", "2 days"));
    }

    @Test
    void a_list_is_a_step_for_each_thing() {
        AgentReply reply = says("Pack for 3 days in the mountains");

        assertEquals(
                List.of(
                        "Add to-do \"Pack passport and tickets\"",
                        "Add to-do \"Pack 4 shirts\"",
                        "Add to-do \"Pack 4 sets of underwear\"",
                        "Add to-do \"Pack washbag\"",
                        "Add to-do \"Pack charger\"",
                        "Add to-do \"Pack warm jacket\"",
                        "Add to-do \"Pack gloves and hat\""),
                reply.actions().stream().map(PlanStep::title).toList());
    }

    @Test
    void a_week_has_seven_days_and_an_answer_nobody_understands_means_any_weather() {
        AgentReply reply = says("Pack my bag", "1 week", "no idea");

        assertEquals("Add to-do \"Pack 8 shirts\"", reply.actions().get(1).title());
        assertEquals("I know only warm and cold, so the list is for both.", reply.remarks());
    }

    @Test
    void what_it_cannot_do_it_says() {
        assertEquals(
                AgentReply.answer("I make lists for 1 to 60 days. Nothing was changed."), says("Pack for 900 days"));
    }

    private AgentQuestion asked(String text, String... answers) {
        AgentQuestion question = says(text, answers).question();
        assertNotNull(question);
        return question;
    }
}
