// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.core.run.Costs;
import officina.core.run.PlanState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.StepState;
import officina.engine.Engine;
import officina.engine.Runs;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on one run that is there, and on others that are not. */
class RunCommandsTests {

    private static final RunId THERE = new RunId(new UUID(5, 1));
    private static final RunId MISSING = new RunId(new UUID(5, 2));
    private static final StepId STEP = new StepId("step-1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"00000002", "00000000-0000-0005-0000-000000000002"})
    void a_run_that_is_not_there_is_a_wrong_word_however_it_is_named(String wanted) {
        assertEquals(2, run("runs", "show", wanted));
        assertEquals(
                "officina: There is no run \"" + wanted + "\".\n  The list command shows the identifiers.\n",
                text(err));
        assertEquals("", text(out));
    }

    @Test
    void where_one_is_not_there_none_is_touched() {
        assertEquals(2, run("runs", "cancel", THERE.toString(), MISSING.toString()));
        assertEquals(List.of(), done);
    }

    @Test
    void who_approves_a_plan_reads_what_came_of_it_and_not_the_question_again() {
        assertEquals(0, run("plan", "approve", THERE.toString()), () -> text(err));
        assertEquals(List.of("approve"), done);
        assertEquals("Added Renew the passport.\n", text(out));
    }

    private Engine engine() {
        Runs runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(),
                new Class<?>[] {Runs.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "list" -> List.of();
                    case "state" -> state((RunId) arguments[0]);
                    case "await" -> approved();
                    default -> {
                        done.add(method.getName());
                        yield null;
                    }
                });
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (_, method, _) -> switch (method.getName()) {
                    case "runs" -> runs;
                    case "close" -> null;
                    default -> throw new UnsupportedOperationException("only runs");
                });
    }

    private static RunState state(RunId run) {
        if (!run.equals(THERE)) {
            throw new FailureException(
                    Failure.of("run.missing", ErrorKind.USER, "There is no such run.", "Look for it."));
        }
        return state(
                RunPhase.AWAITING_APPROVAL,
                List.of(new ContentPart.Text("Nothing changes without your approval.")),
                StepState.PENDING);
    }

    private static RunState approved() {
        return state(
                RunPhase.DONE,
                List.of(
                        new ContentPart.Text("Nothing changes without your approval."),
                        new ContentPart.Text("Added **Renew the passport**.")),
                new StepState(StepStatus.DONE, null, null));
    }

    private static RunState state(RunPhase phase, List<ContentPart> parts, StepState step) {
        ExecutionPlan plan = new ExecutionPlan(
                new PlanId(new UUID(5, 3)),
                1,
                "Add 1 to-do",
                new PluginId("agent.task"),
                List.of(new PlanStep.Action(STEP, "Add it", PlanAction.CREATE_RECORD, JsonObject.EMPTY)));
        return new RunState(
                new RunState.Head(
                        new SessionId(new UUID(5, 4)), THERE, RunKind.TURN, "Passport", null, null, Instant.EPOCH),
                phase,
                null,
                null,
                parts,
                List.of(),
                new PlanState(
                        plan, new ApprovalId(new UUID(5, 5)), PlanState.Decision.OPEN, List.of(), Map.of(STEP, step)),
                List.of(),
                List.of(),
                null,
                new RunState.Totals(0, 0, Costs.NONE, 0, 0),
                new RunState.Outcome(null, phase == RunPhase.DONE, null, null),
                7);
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> engine()), "1.2.3", Duration.ZERO),
                Map.of("HOME", "/nowhere"));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
