// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.api.record.IndexedFolder;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.core.run.Costs;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.StepState;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.SettingsService.SettingValue;
import officina.engine.TodoItem;
import officina.protocol.Json;
import org.junit.jupiter.api.Test;

/** The forms that {@code --json} prints, with values and without. */
class JsonFormTests {

    private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
    private static final Instant AT = Instant.parse("2026-11-22T10:30:00Z");
    private static final Failure FAILURE =
            Failure.of("run.failed", ErrorKind.RESOURCE, "What happened.", "What to do.");

    @Test
    void a_to_do_has_every_field_of_its_record() {
        Todo todo = new Todo(
                new RecordId(ID),
                "Renew the passport",
                "",
                Priority.HIGH,
                TodoStatus.DONE,
                LocalDate.of(2026, 12, 12),
                LocalTime.of(9, 30),
                List.of("Anna"),
                AT);
        assertEquals(
                todo.fields()
                        .with("id", ID)
                        .with("revision", 3)
                        .with("createdAt", AT)
                        .with("updatedAt", AT),
                TodoForms.TODO.json(new TodoItem(new RecordId(ID), 3, todo, AT, AT)));
    }

    @Test
    void a_run_tells_its_answer_its_plan_its_question_and_its_failure() {
        StepId step = new StepId("step-1");
        PlanState plan = new PlanState(
                new ExecutionPlan(
                        new PlanId(ID),
                        2,
                        "One to-do",
                        new PluginId("agent.task"),
                        List.of(new PlanStep.Action(step, "Add it", PlanAction.CREATE_RECORD, JsonObject.EMPTY))),
                new ApprovalId(ID),
                PlanState.Decision.GIVEN,
                List.of(step),
                Map.of(step, new StepState(StepStatus.FAILED, JsonObject.EMPTY.with("a", 1), FAILURE)));
        RunState run = new RunState(
                new RunState.Head(new SessionId(ID), new RunId(ID), RunKind.TURN, "Passport", null, null, AT),
                RunPhase.AWAITING_ANSWER,
                new PluginId("agent.task"),
                null,
                List.of(new ContentPart.Text("Hello.")),
                List.of(),
                plan,
                List.of(new QuestionState(new QuestionId(ID), "Which?", List.of("a", "b"), null)),
                List.of(),
                null,
                new RunState.Totals(0, 0, Costs.NONE, 0, 0),
                new RunState.Outcome(null, false, "Half of it", FAILURE),
                7);
        String failure = "{'code':'run.failed','kind':'resource','message':'What happened.',"
                + "'remedy':'What to do.','retryable':false}";
        assertEquals(
                ("{'run':'ID','session':'ID','title':'Passport','phase':'awaiting-answer','agent':'agent.task',"
                                + "'success':false,'summary':'Half of it','response':[{'type':'text','text':'Hello.'}],"
                                + "'plan':{'id':'ID','revision':2,'title':'One to-do','author':'agent.task','approval':'ID',"
                                + "'decision':'given','steps':[{'id':'step-1','title':'Add it','status':'failed',"
                                + "'result':{'a':1},'failure':FAILURE}]},"
                                + "'question':{'id':'ID','text':'Which?','options':['a','b']},'failure':FAILURE}")
                        .replace("FAILURE", failure)
                        .replace("ID", ID.toString())
                        .replace('\'', '"'),
                Json.text(RunForms.RUN.json(run)));
    }

    @Test
    void a_value_that_is_not_there_is_null_or_absent_as_the_form_says() {
        FolderStatus never = new FolderStatus(
                new IndexedFolderItem(new RecordId(ID), new IndexedFolder(Path.of("/papers"), new RecordId(ID), false)),
                0,
                0,
                0,
                0,
                List.of(),
                null,
                false,
                null);
        JsonObject folder = IndexForms.STATUS.json(never);
        assertEquals(JsonNull.NULL, folder.get("syncedAt"));
        assertFalse(folder.has("failure"));

        assertEquals("{\"account\":null}", Json.text(ModelForms.CHOICE.json(Optional.empty())));
        assertEquals(
                "{\"account\":\"work\",\"model\":\"small\",\"scope\":\"project\"}",
                Json.text(ModelForms.CHOICE.json(Optional.of(new ModelChoice("work", "small", SettingScope.PROJECT)))));
        assertEquals(
                "{\"account\":\"work\",\"model\":\"small\",\"firstMillis\":1,\"wholeMillis\":2}",
                Json.text(ModelForms.TEST.json(
                        new ModelTest("work", "small", Duration.ofMillis(1), Duration.ofMillis(2), null))));
    }

    @Test
    void a_setting_says_where_its_value_was_set() {
        assertEquals(
                "{\"key\":\"retention.days\",\"value\":0,\"scope\":\"default\"}",
                Json.text(RecordForms.SETTING.json(new SettingValue("retention.days", new JsonNumber(0), null))));
        assertEquals(
                "{\"key\":\"retention.days\",\"value\":9,\"scope\":\"project\"}",
                Json.text(RecordForms.SETTING.json(
                        new SettingValue("retention.days", new JsonNumber(9), SettingScope.PROJECT))));
    }
}
