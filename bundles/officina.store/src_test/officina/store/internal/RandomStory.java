// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.event.Usage;
import officina.api.id.ApprovalId;
import officina.api.id.CallId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Group;
import officina.api.record.Priority;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.api.record.UserProfile;

/** Long journals of everything that can happen, always the same for the same seed. */
final class RandomStory {

    private static final PluginId AGENT = new PluginId("agent.task");
    private static final int SESSIONS = 12;
    private static final int RECORDS = 60;

    private final Random random;
    private final Story story = new Story();
    private int runs;

    private RandomStory(long seed) {
        random = new Random(seed);
    }

    /** At least so many events. */
    static List<EventEnvelope> events(long seed, int count) {
        RandomStory random = new RandomStory(seed);
        while (random.story.size() < count) {
            random.run();
        }
        return random.story.events();
    }

    private void run() {
        SessionId session = Story.session(random.nextInt(SESSIONS));
        RunId run = Story.run(++runs);
        story.by(
                random.nextBoolean()
                        ? Origin.USER
                        : Origin.USER.then(PluginId.OFFICINA).then(AGENT));
        if (random.nextInt(5) == 0) {
            story.add(session, run, new RunEvent.RunStarted(pick(RunKind.values()), text(), null, null));
        } else {
            story.turn(session, run, text());
        }
        for (int i = random.nextInt(12); i >= 0; i--) {
            something(session, run);
        }
        end(session, run);
    }

    private void end(SessionId session, RunId run) {
        switch (random.nextInt(5)) {
            case 0 -> story.add(session, run, new RunEvent.RunFailed(failure()));
            case 1 -> story.add(session, run, new RunEvent.RunCancelled());
            case 2 -> story.add(session, run, new RunEvent.RunInterrupted());
            case 3 -> {}
            default -> story.add(session, run, new RunEvent.RunFinished(random.nextBoolean(), text()));
        }
    }

    private void something(SessionId session, RunId run) {
        CallId call = new CallId(new UUID(4, random.nextLong()));
        ApprovalId approval = new ApprovalId(new UUID(5, random.nextLong()));
        PlanId plan = new PlanId(new UUID(6, random.nextLong()));
        switch (random.nextInt(12)) {
            case 0 -> story.answer(session, run, random.nextInt(3), text());
            case 1 -> story.add(session, run, new RunEvent.TextDelta(0, text()));
            case 2 ->
                story.add(session, run, new RunEvent.AgentChosen(AGENT, 0.5))
                        .add(session, run, new RunEvent.PartWritten(1, new ContentPart.Code("java", text())));
            case 3 ->
                story.add(
                                session,
                                run,
                                new RunEvent.ToolAsked(call, ToolId.parse("agent.task:create_task"), JsonObject.EMPTY))
                        .add(session, run, new RunEvent.ToolStarted(call))
                        .add(session, run, new RunEvent.ToolFinished(call, false, List.of(), null, failure()));
            case 4 ->
                story.add(session, run, new RunEvent.ToolAsked(call, ToolId.parse("mcp:files:read"), JsonObject.EMPTY));
            case 5 ->
                story.add(session, run, new RunEvent.PlanProposed(new ExecutionPlan(plan, 1, text(), AGENT, List.of())))
                        .add(session, run, new RunEvent.ApprovalAsked(approval, plan, 1))
                        .add(session, run, new RunEvent.ApprovalGiven(approval, 1, List.of()));
            case 6 -> story.add(session, run, new RunEvent.AccessUsed(access()));
            case 7 -> story.add(session, run, new RunEvent.AccessDenied(access()));
            case 8 ->
                story.add(
                        session,
                        run,
                        new RunEvent.UsageReported(new Usage(
                                "provider.x", "small", 10, 20, new BigDecimal("0.0123"), "EUR", Duration.ofMillis(5))));
            case 9 ->
                story.add(session, run, new RunEvent.Unknown("run.dreamt", JsonObject.EMPTY.with("of", text()), true));
            default -> change(session, run);
        }
    }

    private void change(SessionId session, RunId run) {
        int number = random.nextInt(RECORDS);
        RecordKind kind = List.of(
                        RecordKind.TODO,
                        RecordKind.TODO,
                        RecordKind.SESSION,
                        RecordKind.SETTING,
                        RecordKind.GRANT,
                        RecordKind.PROJECT,
                        RecordKind.GROUP,
                        RecordKind.USER_PROFILE,
                        new RecordKind("flow"))
                .get(number % 9);
        RecordId id = kind.equals(RecordKind.SESSION)
                ? new RecordId(Story.session(number % SESSIONS).value())
                : Story.record(number);
        boolean delete = story.fields(id) != null && random.nextInt(4) == 0;
        story.put(session, run, kind, id, delete ? null : fields(kind));
    }

    private JsonObject fields(RecordKind kind) {
        if (random.nextInt(10) == 0) {
            return JsonObject.EMPTY.with("title", text()).with("odd", random.nextInt());
        }
        return switch (kind.name()) {
            case "todo" -> todo().fields();
            case "session" -> new SessionInfo(title(), Story.PROJECT, pick(SessionKind.values())).fields();
            case "setting" ->
                new Setting(SettingScope.GLOBAL, null, "key." + random.nextInt(5), new JsonText(text())).fields();
            case "grant" ->
                new Grant(
                                AGENT,
                                new Permission(PermissionType.STORE_READ, "todo"),
                                GrantScope.ALWAYS,
                                null,
                                Instant.EPOCH)
                        .fields();
            case "project" -> new Project(title(), Story.PROJECT, List.of("/a/" + title(), "/b"), false).fields();
            case "group" -> new Group(title()).fields();
            case "user-profile" -> new UserProfile(title(), Locale.ITALY, ZoneId.of("Europe/Rome")).fields();
            default -> JsonObject.EMPTY.with("nodes", List.of(1, "two", List.of(3.5)));
        };
    }

    private Todo todo() {
        boolean dated = random.nextBoolean();
        return new Todo(
                Story.PROJECT,
                title(),
                text(),
                pick(Priority.values()),
                pick(TodoStatus.values()),
                dated ? LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28)) : null,
                dated && random.nextBoolean() ? LocalTime.of(random.nextInt(24), random.nextInt(60)) : null,
                List.of("Ada", title()),
                random.nextBoolean() ? Instant.EPOCH.plusNanos(random.nextLong() >>> 2) : null);
    }

    private static AccessRecord access() {
        return new AccessRecord(AGENT, new Permission(PermissionType.STORE_READ, "todo"), "list", "todo");
    }

    private Failure failure() {
        return Failure.of("agent.failed", ErrorKind.INTERNAL, "It failed " + random.nextInt(9), null);
    }

    private String title() {
        return "title " + random.nextInt(1_000) + " ünï 🎈";
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "שלום \"quoted\" 'single' \\ %_#";
            case 2 -> "line\nline\ttab " + random.nextInt();
            case 3 -> "long ".repeat(random.nextInt(400));
            default -> "word" + random.nextInt(50) + " Straße " + random.nextInt(1_000);
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
