// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonText;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.SettingScope;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.PluginItem;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import org.junit.jupiter.api.Test;

/** What plug-ins are, what they may, and that what is taken back stays taken back. */
interface PluginsContract extends EngineFixture {

    PluginId TASKS = new PluginId("agent.task");
    Permission WRITE = new Permission(PermissionType.STORE_WRITE, "todo");

    @Test
    default void what_is_taken_back_holds_at_once_and_after_a_restart_until_it_is_granted_again()
            throws InterruptedException {
        PluginItem known = engine().plugins().find(TASKS);
        assertEquals(List.of("agent", "tool"), known.kinds());
        assertEquals(PluginItem.State.AT_WORK, known.state());
        assertTrue(known.bundled());
        assertEquals(List.of(), known.problems());
        assertEquals(List.of(), known.risks());
        assertEquals(GrantScope.ALWAYS, right(known).grants().getFirst().scope());

        engine().plugins().revoke(TASKS, WRITE);
        assertEquals(List.of(), right(engine().plugins().find(TASKS)).grants());
        assertEquals("permission.denied", refused());
        reopen();
        assertEquals("permission.denied", refused(), "a grant of the product's own that was taken back");
        assertEquals("grant.missing", codeOf(() -> engine().plugins().revoke(TASKS, WRITE)));

        assertEquals(WRITE, engine().plugins().grant(TASKS, WRITE, GrantScope.ALWAYS, null));
        engine().plugins().grant(TASKS, WRITE, GrantScope.ALWAYS, null);
        assertEquals(1, right(engine().plugins().find(TASKS)).grants().size(), "granted twice");
        RunState done = say("Add a to-do: water the ficus", ExecutionMode.DIRECT);
        assertEquals(RunPhase.DONE, done.phase());
    }

    @Test
    default void one_that_is_left_out_of_a_project_answers_nothing_there_and_goes_on_elsewhere()
            throws InterruptedException {
        RecordId garden = engine().projects().add("Garden").id();
        engine().settings().set("plugins.left-out", SettingScope.PROJECT, garden, new JsonText("agent.task, No One"));
        Message message = Message.text(MessageRole.USER, "Add a to-do: water the ficus");
        RunRef there = engine().runs().start(new TurnRequest(null, garden, ExecutionMode.DIRECT, null, message));
        assertNull(engine().runs().await(there.run()).agent());
        assertEquals(List.of(), engine().todos().list(TodoQuery.ALL));
        assertEquals(
                TASKS, say("Add a to-do: water the ficus", ExecutionMode.DIRECT).agent());
    }

    @Test
    default void nothing_is_granted_that_is_not_asked_for() {
        assertEquals("plugin.missing", codeOf(() -> engine().plugins().find(new PluginId("agent.nobody"))));
        assertEquals(
                "plugin.missing",
                codeOf(() -> engine().plugins().grant(new PluginId("agent.nobody"), WRITE, GrantScope.ALWAYS, null)));
        for (Permission other : List.of(
                new Permission(PermissionType.STORE_WRITE, "*"),
                new Permission(PermissionType.FS_READ, "/"),
                new Permission(PermissionType.NET_CONNECT, "example.org:443"))) {
            String code = codeOf(() -> engine().plugins().grant(TASKS, other, GrantScope.ALWAYS, null));
            assertTrue(List.of("permission.not-asked", "permission.never").contains(code), other + ": " + code);
        }
        assertEquals(
                "permission.never",
                codeOf(() -> engine().plugins()
                        .grant(TASKS, new Permission(PermissionType.STORE_WRITE, "grant"), GrantScope.ALWAYS, null)));
        assertEquals("permission.scope", codeOf(() -> engine().plugins().grant(TASKS, WRITE, GrantScope.RUN, null)));
        assertEquals(
                "permission.scope", codeOf(() -> engine().plugins().grant(TASKS, WRITE, GrantScope.PROJECT, null)));
        assertEquals(
                "record.missing",
                codeOf(() -> engine().plugins().grant(TASKS, WRITE, GrantScope.PROJECT, new RecordId(new UUID(1, 2)))));
    }

    @Test
    default void who_listens_hears_of_each_grant_that_comes_or_goes() throws InterruptedException {
        BlockingQueue<List<PluginItem.Held>> heard = new LinkedBlockingQueue<>();
        try (Subscription _ = engine().plugins()
                .onChange(plugin ->
                        heard.add(right(engine().plugins().find(plugin)).grants()))) {
            engine().plugins().revoke(TASKS, WRITE);
            assertEquals(List.of(List.of()), take(heard, 1), "what is taken back is seen by who hears of it");
            engine().plugins().grant(TASKS, WRITE, GrantScope.ONCE, null);
            assertEquals(GrantScope.ONCE, take(heard, 1).getFirst().getFirst().scope());
        }
        engine().plugins().revoke(TASKS, WRITE);
        assertTrue(heard.isEmpty());
    }

    @Test
    default void what_was_granted_for_once_is_gone_with_its_use_and_does_not_come_back() throws InterruptedException {
        engine().plugins().revoke(TASKS, WRITE);
        engine().plugins().grant(TASKS, WRITE, GrantScope.ONCE, null);
        assertEquals(
                RunPhase.DONE,
                say("Add a to-do: water the ficus", ExecutionMode.DIRECT).phase());
        assertEquals(List.of(), right(engine().plugins().find(TASKS)).grants());
        assertEquals("permission.denied", refused());
        reopen();
        assertEquals("permission.denied", refused());
    }

    private String refused() throws InterruptedException {
        int before = engine().todos().list(TodoQuery.ALL).size();
        RunState run = say("Add a to-do: water the ficus", ExecutionMode.DIRECT);
        assertEquals(before, engine().todos().list(TodoQuery.ALL).size());
        return run.outcome().failure() == null
                ? "nothing"
                : run.outcome().failure().code();
    }

    private static PluginItem.Right right(PluginItem item) {
        return item.rights().stream()
                .filter(each -> each.permission().equals(WRITE))
                .findFirst()
                .orElseThrow();
    }
}
