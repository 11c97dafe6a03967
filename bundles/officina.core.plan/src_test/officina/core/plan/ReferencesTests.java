// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.PlanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTests {

    private static final StepId ONE = new StepId("step-1");
    private static final JsonObject RESULT = JsonObject.EMPTY.with("id", "7");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${step-1}",
                "${step-1.id}",
                "$${step-1}",
                "$$$${step-1.id}",
                "$",
                "$$",
                "${}",
                "learn ${step-1}",
                "${Step 1}",
                "",
                "milk"
            })
    void what_a_person_wrote_stays_what_it_is_once_it_is_literal(String text) {
        JsonObject written = JsonObject.EMPTY
                .with("title", text)
                .with("fields", JsonObject.EMPTY.with("people", List.of(text, "Anna")));
        PlanStep.Action step = new PlanStep.Action(ONE, "Add", PlanAction.CREATE_RECORD, PlanText.literal(written));

        assertEquals(Set.of(), References.used(step));
        assertEquals(written, References.resolve(step.params(), Map.of(ONE, RESULT)));
    }

    @Test
    void what_is_not_literal_stands_for_the_result() {
        JsonObject params = JsonObject.EMPTY.with("whole", "${step-1}").with("member", "${step-1.id}");

        assertEquals(
                JsonObject.EMPTY.with("whole", RESULT).with("member", "7"),
                References.resolve(params, Map.of(ONE, RESULT)));
    }
}
