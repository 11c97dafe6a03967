// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.engine.Todos.TodoQuery;
import officina.testkit.model.LocalModelServer;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.Test;

/** A plug-in of a stranger, from its bundle to its answers: real processes, really kept in. */
interface HostedPluginContract extends EngineFixture {

    PluginId SAMPLE = new PluginId("agent.sample");
    Permission READS = new Permission(PermissionType.STORE_READ, "todo");
    Permission WRITES = new Permission(PermissionType.STORE_WRITE, "todo");

    @Test
    default void a_stranger_works_once_it_was_allowed_what_it_needs_and_is_kept_from_the_rest() throws Exception {
        assumeKeptIn();
        List<PluginItem> made =
                engine().plugins().install(new SampleJar().in(folder()), null, Set.of(InstallConsent.UNSIGNED));
        assertEquals(List.of(SAMPLE), made.stream().map(PluginItem::id).toList());
        assertEquals(PluginItem.State.NOT_AT_WORK, made.getFirst().state());
        assertTrue(
                made.getFirst()
                        .problems()
                        .contains("It is not started, because it was not granted what it needs: store.read todo,"
                                + " store.write todo."),
                made.getFirst().problems()::toString);

        allow(READS, WRITES);
        assertEquals("hellohellohello", told("Flimflam, say hello"));
        assertEquals("1 in Europe/Rome []", told("Flimflam, add milk"));
        assertEquals(
                "milk", engine().todos().list(TodoQuery.ALL).getFirst().todo().title());

        Path secret = Files.writeString(folder().resolve("secret"), "secret");
        assertEquals("cannot read it", told("Flimflam, read " + secret));
        assertEquals("cannot read it", told("Flimflam, read " + folder().resolve("data/vault.keys")));
        assertEquals("does not see it", told("Flimflam, see officina.engine.Engine"));
    }

    @Test
    default void a_stranger_reaches_the_servers_it_was_granted_through_the_broker_and_no_others() throws Exception {
        assumeKeptIn();
        engine().plugins().install(new SampleJar().connecting().in(folder()), null, Set.of(InstallConsent.UNSIGNED));
        allow(READS, WRITES);
        try (LocalModelServer server = LocalModelServer.start();
                LocalModelServer other = LocalModelServer.start()) {
            String models = "Flimflam, fetch " + server.address() + "/models";
            assertEquals("permission.denied", failed(models));
            String host = "127.0.0.1:" + server.address().getPort();
            engine().plugins().grant(SAMPLE, new Permission(PermissionType.NET_CONNECT, host), GrantScope.ALWAYS, null);
            assertTrue(told(models).startsWith("200 "), "the server answers");
            assertEquals("permission.denied", failed(models + " sample.key"));
            assertEquals("permission.denied", failed("Flimflam, fetch " + other.address() + "/models"));
            engine().plugins()
                    .grant(SAMPLE, new Permission(PermissionType.NET_CONNECT, Permission.ANY), GrantScope.ALWAYS, null);
            assertEquals("net.private", failed("Flimflam, fetch " + other.address() + "/models"));
            assertEquals(2, server.requests().size());
            assertEquals(List.of(), other.requests());
        }
    }

    @Test
    default void what_is_taken_back_stops_it_and_it_is_there_again_after_a_restart() throws Exception {
        assumeKeptIn();
        engine().plugins().install(new SampleJar().in(folder()), null, Set.of(InstallConsent.UNSIGNED));
        allow(READS, WRITES);
        assertEquals("hahaha", told("Flimflam, say ha"));
        reopen();
        assertEquals("hahaha", told("Flimflam, say ha"));

        engine().plugins().revoke(SAMPLE, WRITES);
        await(PluginItem.State.NOT_AT_WORK);
        reopen();
        assertEquals(
                PluginItem.State.NOT_AT_WORK, engine().plugins().find(SAMPLE).state());

        engine().plugins().remove(SAMPLE);
        assertEquals("plugin.missing", codeOf(() -> engine().plugins().find(SAMPLE)));
    }

    @Test
    default void one_that_fails_or_ends_harms_nobody() throws Exception {
        assumeKeptIn();
        engine().plugins().install(new SampleJar().in(folder()), null, Set.of(InstallConsent.UNSIGNED));
        allow(READS, WRITES);
        assertEquals("plugin.ended", failed("Flimflam, exit 3"));
        assertEquals("plugin.defect", failed("Flimflam, nonsense about it"));
        assertEquals("hahaha", told("Flimflam, say ha"));
        assertEquals(
                RunPhase.DONE,
                say("Add a to-do: water the ficus", ExecutionMode.DIRECT).phase());
    }

    private void assumeKeptIn() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/bwrap")), "bubblewrap is not installed");
    }

    private void allow(Permission... all) throws InterruptedException {
        for (Permission each : all) {
            engine().plugins().grant(SAMPLE, each, GrantScope.ALWAYS, null);
        }
        await(PluginItem.State.AT_WORK);
    }

    /** What grants change is done a moment after they are written. */
    private void await(PluginItem.State state) throws InterruptedException {
        while (engine().plugins().find(SAMPLE).state() != state) {
            Thread.onSpinWait();
        }
    }

    private String told(String text) throws InterruptedException {
        RunState run = say(text, ExecutionMode.DIRECT);
        assertEquals(
                RunPhase.DONE, run.phase(), () -> text + ": " + run.outcome().failure());
        return run.parts().stream()
                .map(part -> part instanceof ContentPart.Text(String words) ? words : "not a text")
                .collect(Collectors.joining());
    }

    private String failed(String text) throws InterruptedException {
        RunState run = say(text, ExecutionMode.DIRECT);
        Failure failure = run.outcome().failure();
        return failure == null ? run.phase().toString() : failure.code();
    }
}
