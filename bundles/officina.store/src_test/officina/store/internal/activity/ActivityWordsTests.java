// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import static officina.store.internal.Story.run;
import static officina.store.internal.Story.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.KeyChange;
import officina.api.event.LogLevel;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityEntry.Status;
import officina.store.internal.Story;
import officina.store.internal.Todos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the activity log says of each event. */
class ActivityWordsTests {

    private static final PluginId AGENT = new PluginId("agent.task");
    private static final ApprovalId APPROVAL = new ApprovalId(new UUID(0, 1));
    private static final CallId CALL = new CallId(new UUID(0, 2));

    private static final ActivityProjection.Names NAMES = new ActivityProjection.Names() {
        @Override
        public String planTitle(EventEnvelope envelope) {
            return "Party";
        }

        @Override
        public String endedTool(RunEvent.ToolFinished finished) {
            return "agent.task:create_task";
        }
    };

    private static @Nullable ActivityEntry entry(RunEvent event) {
        EventEnvelope envelope =
                new EventEnvelope(1, session(1), run(1), 1, 7, Instant.EPOCH, Origin.USER.then(AGENT), event);
        try {
            return new ActivityProjection(NAMES).entry(envelope);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void says(String type, String action, String resource, Status status, String text, RunEvent event) {
        assertEquals(
                new ActivityEntry(
                        7,
                        session(1),
                        run(1),
                        Instant.EPOCH,
                        Origin.USER.then(AGENT),
                        type,
                        action,
                        resource,
                        status,
                        text),
                entry(event));
    }

    private static RunEvent.RecordChanged todo(
            RecordChange change, @Nullable JsonObject before, @Nullable JsonObject after) {
        return new RunEvent.RecordChanged(RecordKind.TODO, Story.record(1), change, 1, before, after);
    }

    @Test
    void what_was_deleted_for_good_is_told_without_its_words() {
        gone(RecordKind.SESSION, "Deleted conversation");
        gone(RecordKind.SESSION_IMPORT, "Forgot that a conversation was imported");
    }

    private static void gone(RecordKind kind, String said) {
        says(
                "record.changed",
                "delete " + kind,
                kind + "/" + Story.record(1),
                Status.OK,
                said,
                new RunEvent.RecordChanged(kind, Story.record(1), RecordChange.DELETED, 2, null, null));
    }

    @Test
    void beginnings_and_ends_of_runs() {
        says(
                "run.started",
                "start turn",
                "",
                Status.OK,
                "Started: Renew it",
                new RunEvent.RunStarted(RunKind.TURN, "Renew it", null, null));
        says("run.finished", "end run", "", Status.OK, "Ended: done", new RunEvent.RunFinished(true, null));
        says(
                "run.finished",
                "end run",
                "",
                Status.OK,
                "Ended: done. One to-do",
                new RunEvent.RunFinished(true, "One to-do"));
        says(
                "run.finished",
                "end run",
                "",
                Status.FAILED,
                "Ended: not everything was done",
                new RunEvent.RunFinished(false, null));
        says(
                "run.failed",
                "end run",
                "disk.full",
                Status.FAILED,
                "Failed: No space",
                new RunEvent.RunFailed(Failure.of("disk.full", ErrorKind.RESOURCE, "No space", null)));
        says("run.cancelled", "cancel run", "", Status.OK, "Cancelled", new RunEvent.RunCancelled());
        says("run.resumed", "resume run", "", Status.OK, "Resumed", new RunEvent.RunResumed());
        says(
                "run.interrupted",
                "interrupt run",
                "",
                Status.FAILED,
                "Interrupted: Officina ended while it was at work",
                new RunEvent.RunInterrupted());
        says(
                "run.interrupted",
                "interrupt run",
                "journal.full",
                Status.FAILED,
                "Interrupted: The disk is full.",
                new RunEvent.RunInterrupted(
                        Failure.of("journal.full", ErrorKind.RESOURCE, "The disk is full.", "Make room.")));
    }

    @Test
    void changes_of_records() {
        JsonObject open = Todos.fields("Renew the passport");
        JsonObject urgent = open.with("priority", "urgent").with("due", "2026-12-12");
        JsonObject done = open.with("status", "done").with("completedAt", "2026-12-12T00:00:00Z");
        String id = "todo/" + Story.record(1);
        says(
                "record.changed",
                "create todo",
                id,
                Status.OK,
                "Created to-do “Renew the passport”",
                todo(RecordChange.CREATED, null, open));
        says(
                "record.changed",
                "update todo",
                id,
                Status.OK,
                "Changed to-do “Renew the passport”: priority, due",
                todo(RecordChange.UPDATED, open, urgent));
        says(
                "record.changed",
                "update todo",
                id,
                Status.OK,
                "Completed to-do “Renew the passport”",
                todo(RecordChange.UPDATED, open, done));
        says(
                "record.changed",
                "update todo",
                id,
                Status.OK,
                "Reopened to-do “Renew the passport”",
                todo(RecordChange.UPDATED, done, open));
        says(
                "record.changed",
                "delete todo",
                id,
                Status.OK,
                "Deleted to-do “Renew the passport”",
                todo(RecordChange.DELETED, open, null));
    }

    @Test
    void changes_of_other_kinds() {
        JsonObject grant = new Grant(
                        AGENT,
                        new Permission(PermissionType.STORE_READ, "todo"),
                        GrantScope.ALWAYS,
                        null,
                        Instant.EPOCH)
                .fields();
        assertEquals("Allowed agent.task to read to-dos", changed(RecordKind.GRANT, grant));
        assertEquals(
                "Allowed agent.new to see.future *",
                changed(
                        RecordKind.GRANT,
                        JsonObject.EMPTY.with("plugin", "agent.new").with("type", "see.future")));
        assertEquals(
                "Allowed agent.task to change everything",
                changed(RecordKind.GRANT, grant.with("type", "store.write").with("resource", "*")));
        assertEquals("Created setting “a.b”", changed(RecordKind.SETTING, JsonObject.EMPTY.with("key", "a.b")));
        assertEquals(
                "Noted what the product's own plug-ins were given",
                changed(RecordKind.SETTING, JsonObject.EMPTY.with("key", "plugins.given")));
        assertEquals(
                "Created user profile “Ada”", changed(RecordKind.USER_PROFILE, JsonObject.EMPTY.with("name", "Ada")));
        assertEquals("Created flow", changed(new RecordKind("flow"), JsonObject.EMPTY));
    }

    private static String changed(RecordKind kind, JsonObject after) {
        return java.util.Objects.requireNonNull(
                        entry(new RunEvent.RecordChanged(kind, Story.record(1), RecordChange.CREATED, 1, null, after)))
                .text();
    }

    @Test
    void accesses_and_refusals() {
        Permission read = new Permission(PermissionType.STORE_READ, "todo");
        Permission write = new Permission(PermissionType.STORE_WRITE, "todo");
        Permission net = new Permission(PermissionType.NET_CONNECT, "api.example.org:443");
        says(
                "access.used",
                "list",
                "todo",
                Status.OK,
                "Read to-dos",
                new RunEvent.AccessUsed(new AccessRecord(AGENT, read, "list", "todo")));
        says(
                "access.used",
                "update",
                "todo/7",
                Status.OK,
                "Asked to update to-dos",
                new RunEvent.AccessUsed(new AccessRecord(AGENT, write, "update", "todo/7")));
        says(
                "access.used",
                "connect",
                "api.example.org:443",
                Status.OK,
                "Connected to api.example.org:443",
                new RunEvent.AccessUsed(new AccessRecord(AGENT, net, "connect", "api.example.org:443")));
        says(
                "access.used",
                "notify",
                "notification",
                Status.OK,
                "Showed a notification",
                new RunEvent.AccessUsed(
                        new AccessRecord(AGENT, new Permission(PermissionType.NOTIFY, "*"), "notify", "notification")));
        says(
                "access.denied",
                "create",
                "todo",
                Status.DENIED,
                "Was not allowed to create to-dos",
                new RunEvent.AccessDenied(new AccessRecord(AGENT, write, "create", "todo")));
        says(
                "access.denied",
                "connect",
                "a:1",
                Status.DENIED,
                "Was not allowed to connect to a:1",
                new RunEvent.AccessDenied(new AccessRecord(AGENT, net, "connect", "a:1")));
    }

    @Test
    void approvals() {
        says(
                "approval.given",
                "approve plan",
                "Party",
                Status.OK,
                "Approved 2 steps of “Party”",
                new RunEvent.ApprovalGiven(APPROVAL, 1, List.of(new StepId("a"), new StepId("b"))));
        says(
                "approval.refused",
                "refuse plan",
                "Party",
                Status.DENIED,
                "Rejected the plan “Party”. Too dear",
                new RunEvent.ApprovalRefused(APPROVAL, "Too dear"));
    }

    @Test
    void tools_files_notifications_and_money() {
        String tool = "agent.task:create_task";
        says(
                "tool.finished",
                "use tool",
                tool,
                Status.OK,
                "Tool " + tool + " finished",
                new RunEvent.ToolFinished(CALL, true, List.of(), null, null));
        says(
                "tool.finished",
                "use tool",
                tool,
                Status.FAILED,
                "Tool " + tool + " failed. No",
                new RunEvent.ToolFinished(CALL, false, List.of(), null, Failure.of("a.b", ErrorKind.USER, "No", null)));
        says(
                "file.changed",
                "create file",
                "/a b",
                Status.OK,
                "Created file /a b",
                new RunEvent.FileChanged("/a b", RecordChange.CREATED));
        says(
                "keys.changed",
                "change keys",
                "",
                Status.OK,
                "The data is protected by a new passphrase",
                new RunEvent.KeysChanged(KeyChange.PASSPHRASE));
        says(
                "keys.changed",
                "recover data",
                "",
                Status.OK,
                "Opened the data with the recovery phrase",
                new RunEvent.KeysChanged(KeyChange.RECOVERED));
        says(
                "notification.sent",
                "notify",
                "",
                Status.OK,
                "Notified: Passport. It is time",
                new RunEvent.NotificationSent("Passport", "It is time"));
        says(
                "usage.reported",
                "call model",
                "x/small",
                Status.OK,
                "Asked the model x/small: 10 tokens in, 20 out, 0.0123 EUR",
                new RunEvent.UsageReported(
                        new Usage("x", "small", 10, 20, new BigDecimal("0.0123"), "EUR", Duration.ZERO)));
    }

    @Test
    void what_a_newer_version_says_must_not_be_passed_over_is_shown() {
        says(
                "run.dreamt",
                "other",
                "",
                Status.OK,
                "Something that a newer Officina wrote: run.dreamt",
                new RunEvent.Unknown("run.dreamt", JsonObject.EMPTY, false));
        assertNull(entry(new RunEvent.Unknown("run.dreamt", JsonObject.EMPTY, true)));
    }

    @Test
    void what_is_of_no_consequence_is_not_logged() {
        assertNull(entry(new RunEvent.TextDelta(0, "x")));
        assertNull(entry(new RunEvent.LogLine(LogLevel.INFO, "x")));
        assertNull(entry(new RunEvent.Progress("x", 1, 2)));
        assertNull(entry(new RunEvent.ToolStarted(CALL)));
    }

    @Test
    void a_line_is_one_line_that_cannot_be_disguised() {
        String text = java.util.Objects.requireNonNull(entry(
                        new RunEvent.NotificationSent("a\nb\u0000\tc \u202egnp.exe\u2067", "\u05e9\u05dc\u05d5\u05dd")))
                .text();
        assertEquals("Notified: a b c gnp.exe. \u05e9\u05dc\u05d5\u05dd", text);
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        String text = java.util.Objects.requireNonNull(
                        entry(new RunEvent.NotificationSent("\ud83c\udf88".repeat(100_000), "")))
                .text();
        assertEquals(499, text.length());
        assertEquals("\ud83c\udf88…", text.substring(text.length() - 3));
    }
}
