// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.tool.ToolResult;
import officina.core.plan.ActionParameter.Form;

/** The actions that Officina itself brings: on records and notifications. */
public final class StandardActions {

    /** What plans may change. Grants, settings and sessions are for the person and the product alone. */
    public static final Set<RecordKind> KINDS =
            Set.of(RecordKind.TODO, RecordKind.PROJECT, RecordKind.GROUP, RecordKind.USER_PROFILE);

    private static final ActionParameter KIND = new ActionParameter("kind", Form.RECORD_KIND);
    private static final ActionParameter ID = new ActionParameter("id", Form.RECORD_ID);

    private StandardActions() {}

    /** All of them, by action. */
    public static Map<PlanAction, ActionExecutor> all() {
        return Map.of(
                PlanAction.CREATE_RECORD, new CreateRecord(),
                PlanAction.UPDATE_RECORD, new UpdateRecord(),
                PlanAction.DELETE_RECORD, new DeleteRecord(),
                PlanAction.SEND_NOTIFICATION, new SendNotification(),
                PlanAction.CALL_TOOL, new CallTool());
    }

    private record CreateRecord() implements ActionExecutor {
        @Override
        public List<ActionParameter> parameters() {
            return List.of(KIND, new ActionParameter("fields", Form.FIELDS));
        }

        @Override
        public JsonObject execute(JsonObject params, Handles handles) {
            return result(handles.records().create(kind(params), params.object("fields")));
        }
    }

    private record UpdateRecord() implements ActionExecutor {
        @Override
        public List<ActionParameter> parameters() {
            return List.of(KIND, ID, new ActionParameter("changes", Form.FIELDS));
        }

        @Override
        public JsonObject execute(JsonObject params, Handles handles) {
            return result(handles.records().update(kind(params), id(params), params.object("changes")));
        }
    }

    private record DeleteRecord() implements ActionExecutor {
        @Override
        public List<ActionParameter> parameters() {
            return List.of(KIND, ID);
        }

        @Override
        public JsonObject execute(JsonObject params, Handles handles) {
            handles.records().delete(kind(params), id(params));
            return JsonObject.EMPTY.with("id", id(params)).with("kind", kind(params));
        }
    }

    /** A notification that was sent just before a crash is sent again: better twice than never. */
    private record SendNotification() implements ActionExecutor {
        @Override
        public List<ActionParameter> parameters() {
            return List.of(new ActionParameter("title", Form.TEXT), new ActionParameter("text", Form.TEXT));
        }

        @Override
        public JsonObject execute(JsonObject params, Handles handles) {
            handles.notifier().notify(params.requireText("title"), params.requireText("text"));
            return JsonObject.EMPTY.with("title", params.requireText("title"));
        }
    }

    /** What the tool cannot do fails the step. A tool that was at work in a crash is called again. */
    private record CallTool() implements ActionExecutor {
        @Override
        public List<ActionParameter> parameters() {
            return List.of(new ActionParameter("tool", Form.TEXT), new ActionParameter("input", Form.FIELDS));
        }

        @Override
        public JsonObject execute(JsonObject params, Handles handles) throws InterruptedException {
            ToolResult result = handles.tools().call(tool(params), params.object("input"));
            Failure failure = result.failure();
            if (failure != null) {
                throw new FailureException(failure);
            }
            JsonObject data = result.data();
            return data == null ? JsonObject.EMPTY : data;
        }
    }

    private static ToolId tool(JsonObject params) {
        try {
            return ToolId.parse(params.requireText("tool"));
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            "plan.invalid",
                            ErrorKind.USER,
                            "A step names a tool in a form that no tool has.",
                            "Correct the step, or take it out of the plan."),
                    e);
        }
    }

    private static RecordKind kind(JsonObject params) {
        return new RecordKind(params.requireText("kind"));
    }

    private static RecordId id(JsonObject params) {
        return RecordId.parse(params.requireText("id"));
    }

    private static JsonObject result(DataRecord changed) {
        return JsonObject.EMPTY
                .with("id", changed.id())
                .with("kind", changed.kind())
                .withPresent("title", changed.fields().text("title"));
    }
}
