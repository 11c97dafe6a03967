// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import officina.api.batch.Automation.Ending;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.json.JsonObject;
import officina.core.run.RunState;
import officina.engine.AutomationItem.State;
import officina.engine.Engine;
import officina.engine.Runs;
import officina.engine.remote.EngineDoor;
import officina.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeAutomations automations = new FakeAutomations();
    private boolean success = true;

    @Test
    void what_works_by_itself_is_listed_with_its_schedule_its_next_run_and_its_last() {
        assertEquals(0, run("batch", "list"));
        assertEquals(
                "batch.mail  Mail scanner  0 * * * * Europe/Rome  next " + Words.moment(Instant.EPOCH)
                        + "  never ran\n",
                text(out).replaceAll(" +\n", "\n"));
    }

    @Test
    void one_is_told_with_how_long_its_last_run_took_and_what_it_cost() {
        automations.last = FakeAutomations.ended(Ending.DONE, "2 of 14 were new");
        assertEquals(0, run("batch", "info", "batch.mail"));
        String moment = Words.moment(Instant.EPOCH);
        assertEquals("""
                Mail scanner (batch.mail)
                Finds to-dos in mail
                Schedule: 0 * * * * Europe/Rome
                Now: next %s
                Last did its work: %s
                Last run: %s, 2 of 14 were new
                  took 2 s, cost 0.05
                  mails: 14
                  officina runs show %s
                """.formatted(moment, moment, moment, Ids.shown(FakeAutomations.RUN)), text(out));
    }

    @Test
    void a_failure_is_told_with_the_time_of_the_next_try_and_without_a_stack_trace() {
        automations.state = State.RETRYING;
        automations.last = FakeAutomations.ended(Ending.FAILED, "The server is away.");
        automations.problems = List.of("It needs the permission store.read todo, which it does not have.");
        assertEquals(0, run("batch", "info", "batch.mail"));
        String told = text(out);
        assertTrue(told.contains("\nNow: tried again " + Words.moment(Instant.EPOCH) + "\n"), told);
        assertTrue(told.contains(", failed: The server is away.\n"), told);
        assertTrue(told.endsWith("\nIt needs the permission store.read todo, which it does not have.\n"), told);
    }

    @Test
    void one_that_is_run_is_waited_for_and_what_it_did_is_told() {
        automations.last = FakeAutomations.ended(Ending.DONE, "2 of 14 were new");
        assertEquals(0, run("batch", "run", "batch.mail", "--with", "{\"folder\": \"inbox\"}"), () -> text(err));
        assertEquals(List.of("run batch.mail [folder]"), automations.done);
        assertEquals("2 of 14 were new\n", text(out));
    }

    @Test
    void one_that_does_not_do_its_work_ends_with_1() {
        success = false;
        automations.last = FakeAutomations.ended(Ending.SKIPPED, "Not run: it may not read mail of \"me\".");
        assertEquals(1, run("batch", "run", "batch.mail"));
        assertEquals("Not run: it may not read mail of \"me\".\n", text(out));
    }

    @Test
    void one_is_paused_and_goes_on() {
        assertEquals(0, run("batch", "pause", "batch.mail"));
        assertEquals(0, run("batch", "resume", "batch.mail"));
        assertEquals(List.of("pause batch.mail", "resume batch.mail"), automations.done);
        assertEquals(
                "Mail scanner is paused.\nMail scanner goes on: next " + Words.moment(Instant.EPOCH) + ".\n",
                text(out));
    }

    @Test
    void what_is_no_identifier_is_a_wrong_word_and_what_names_nothing_is_not_there() {
        assertEquals(2, run("batch", "info", "No Such"));
        assertEquals(1, run("batch", "info", "batch.other"));
    }

    @Test
    void scripts_get_it_as_json() {
        automations.last = FakeAutomations.ended(Ending.DONE, "2 of 14 were new");
        assertEquals(0, run("batch", "info", "batch.mail", "--json"), () -> text(err));
        JsonObject told = Json.parseObject(text(out).strip());
        assertEquals("waiting", told.text("state"));
        assertEquals("done", told.object("last").text("ending"));
        assertEquals(1_200, told.object("last").number("tookMillis", 0));
    }

    private Engine engine() {
        Runs runs = (Runs) Proxy.newProxyInstance(
                Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, (_, method, _) -> switch (method.getName()) {
                    case "await" -> ended();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (_, method, _) -> switch (method.getName()) {
                    case "automations" -> automations;
                    case "runs" -> runs;
                    case "close" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private RunState ended() {
        return RunState.first(event(1, new RunEvent.RunStarted(RunKind.BATCH, "Mail scanner", null, null)))
                .after(event(2, new RunEvent.RunFinished(success, "done")));
    }

    private static EventEnvelope event(long seq, RunEvent event) {
        return new EventEnvelope(
                RunEvent.SCHEMA,
                FakeAutomations.SESSION,
                FakeAutomations.RUN,
                seq,
                seq,
                Instant.EPOCH,
                Origin.USER,
                event);
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> engine()), "1.2.3", Duration.ZERO),
                Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
