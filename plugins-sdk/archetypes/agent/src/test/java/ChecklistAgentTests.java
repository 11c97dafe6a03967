package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import officina.api.agent.ChatAgent;
import officina.api.plan.PlanStep;
import officina.testkit.agent.AgentContractTests;
import org.junit.jupiter.api.Test;

/** What every agent must do, and what this one is for. */
class ChecklistAgentTests extends AgentContractTests {

    @Override
    protected ChatAgent agent() {
        return new ChecklistAgent();
    }

    @Test
    void each_thing_on_the_list_is_a_step() {
        assertEquals(
                List.of("Add to-do \"flour\"", "Add to-do \"eggs\""),
                says("Checklist: flour, eggs").actions().stream().map(PlanStep::title).toList());
    }
}
