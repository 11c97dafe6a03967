// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.api.id.StepId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.plan.ui.model.StepEditing.Result;
import officina.ui.base.Dates;
import officina.ui.base.DayInput;
import org.junit.jupiter.api.Test;

class StepEditingTests {

    private final FieldText texts =
            new FieldText(new Dates(() -> Story.NOON, ZoneOffset.UTC, Locale.UK), new DayInput(null));
    private final StepEditing editing = new StepEditing(texts, Map.of(Story.PASSPORT.toString(), "Renew the passport"));

    private Result edit(PlanStep step, String... typed) {
        Map<String, String> fields = new java.util.HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], typed[i + 1]);
        }
        return editing.read(StepForm.of(step), fields);
    }

    private static Result created(String title, JsonObject fields) {
        return new Result.Edited(new PlanStep.Action(
                new StepId("step-1"),
                title,
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY.with("kind", "todo").with("fields", fields)));
    }

    @Test
    void a_changed_field_changes_the_step_and_its_title() {
        assertEquals(
                created(
                        "Add to-do \"Renew my passport\", due 12 Dec 2026, high priority",
                        JsonObject.EMPTY
                                .with("title", "Renew my passport")
                                .with("due", "2026-12-12")
                                .with("priority", "high")),
                edit(Story.CREATE, "title", "Renew my passport"));
    }

    @Test
    void a_day_may_come_with_a_time() {
        assertEquals(
                created(
                        "Add to-do \"Renew the passport\", due 24 Dec 2026 at 09:30, high priority",
                        JsonObject.EMPTY
                                .with("title", "Renew the passport")
                                .with("due", "2026-12-24")
                                .with("priority", "high")
                                .with("dueTime", "09:30")),
                edit(Story.CREATE, "due", "2026-12-24 09:30"));
    }

    @Test
    void a_cleared_field_is_left_out_of_what_is_created() {
        assertEquals(
                created(
                        "Add to-do \"Renew the passport\", high priority",
                        JsonObject.EMPTY.with("title", "Renew the passport").with("priority", "high")),
                edit(Story.CREATE, "due", ""));
    }

    @Test
    void a_cleared_field_clears_it_in_what_is_updated() {
        assertEquals(
                new Result.Edited(new PlanStep.Action(
                        new StepId("step-2"),
                        "Change to-do \"Renew the passport\": due cleared",
                        PlanAction.UPDATE_RECORD,
                        JsonObject.EMPTY
                                .with("kind", "todo")
                                .with("id", Story.PASSPORT)
                                .with("changes", JsonObject.EMPTY.with("due", JsonNull.NULL)))),
                edit(Story.UPDATE, "due", ""));
    }

    @Test
    void people_are_names_with_commas_between() {
        assertEquals(
                created(
                        "Add to-do \"Renew the passport\", due 12 Dec 2026, high priority",
                        JsonObject.EMPTY
                                .with("title", "Renew the passport")
                                .with("due", "2026-12-12")
                                .with("priority", "high")
                                .with("people", List.of("Anna", "Bo"))),
                edit(Story.CREATE, "people", "Anna, , Bo "));
    }

    @Test
    void a_notification_keeps_its_title_and_where_its_data_come_from() {
        assertEquals(
                new Result.Edited(new PlanStep.Data(
                        new StepId("step-3"),
                        "Tell me",
                        PlanAction.SEND_NOTIFICATION,
                        JsonObject.EMPTY.with("title", "Done").with("text", "All done."),
                        new StepId("step-1"))),
                edit(Story.NOTIFY, "text", "All done."));
    }

    @Test
    void what_was_typed_as_it_was_changes_nothing() {
        assertEquals(
                new Result.Same(),
                edit(Story.CREATE, "title", "Renew the passport", "due", "12 Dec 2026", "priority", "high"));
    }

    @Test
    void problems_are_told_at_their_fields() {
        assertEquals(
                new Result.Wrong(Map.of(
                        "title", "Title must not be empty.",
                        "due", "Not a day. Try “next Friday” or a date such as 2026-12-31.",
                        "dueTime", "Not a time. Try 9:30.")),
                edit(Story.CREATE, "title", " ", "due", "soonish", "dueTime", "noonish"));
    }

    @Test
    void a_time_needs_a_day() {
        assertEquals(
                new Result.Wrong(Map.of("dueTime", "A time needs a day.")),
                edit(Story.CREATE, "due", "", "dueTime", "9:30"));
    }
}
