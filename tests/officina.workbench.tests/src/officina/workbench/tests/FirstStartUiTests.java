// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import officina.api.record.Priority;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.Todos.TodoQuery;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first start ever: the data folder is empty. {@link RestartUiTests} starts on what this run leaves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstStartUiTests {

    /** Nothing asked before: nobody could have answered. */
    @Test
    @Order(1)
    void the_window_opens_without_a_question_and_with_our_menus_alone() {
        Ui.await("a window", () -> Ui.window() != null);
        Ui.await("it is in sight", () -> Ui.window().getShell().isVisible());
        assertEquals(List.of(), Ui.get(FirstStartUiTests::questions));
        assertEquals(List.of("File", "Edit", "Run", "View", "Help"), Ui.get(FirstStartUiTests::menus));
    }

    /** The titles of dialogs that keep the window from being used. */
    private static List<String> questions() {
        return Arrays.stream(Ui.display().getShells())
                .filter(Shell::isVisible)
                .filter(shell ->
                        (shell.getStyle() & (SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL)) != 0)
                .map(Shell::getText)
                .toList();
    }

    private static List<String> menus() {
        return Arrays.stream(Ui.window().getShell().getMenuBar().getItems())
                .map(item -> item.getText().replace("&", ""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Leaves nothing behind, so that what follows is as at a first start. */
    @Test
    @Order(2)
    void the_first_minute_leads_from_a_card_to_the_line_of_a_document() throws Exception {
        assertFalse(Files.exists(Ui.marker()), "this is not the first start");
        Ui.await("a window", () -> Ui.window() != null);
        Ui.await("the data folder is open", Ui::ready);
        FirstMinute minute = new FirstMinute();
        minute.is_offered_and_nothing_was_made();
        minute.asks_the_sample_and_opens_the_line();
        minute.asks_a_model_that_uses_a_tool();
        minute.keeps_what_a_dying_server_said_and_tries_again();
        minute.removes_the_sample();
    }

    @Test
    @Order(3)
    void a_reminder_is_proposed_approved_and_shown() throws Exception {
        Ui.await("a window", () -> Ui.window() != null);
        assertEquals("officina.workbench.home", Ui.get(Ui::perspective));
        Ui.await("the data folder is open", Ui::ready);

        Ui.type(Ui.composer(), "Remind me to renew the passport by 12 December, high priority");
        Ui.pressEnter();
        Ui.await("a plan waits", () -> phases().equals(List.of(RunPhase.AWAITING_APPROVAL)));
        assertEquals(List.of(), Ui.engine().todos().list(TodoQuery.ALL));

        Ui.show("officina.plan.ui.plan");
        Ui.await("the plan can be approved", () -> Ui.enabled("officina.plan.ui.approve"));
        Ui.command("officina.plan.ui.approve");
        Ui.await("the plan is done", () -> phases().equals(List.of(RunPhase.DONE)));

        Ui.show("officina.todo.ui.todos");
        Ui.await("the to-do is shown", () -> Ui.tableShows("Renew the passport"));
        Ui.await("the activity is shown", () -> Ui.tableShows("Created to-do"));
        var todo = Ui.engine().todos().list(TodoQuery.ALL).getFirst().todo();
        assertEquals(12, todo.due() == null ? 0 : todo.due().getMonthValue());
        assertEquals(12, todo.due() == null ? 0 : todo.due().getDayOfMonth());
        assertFalse(todo.due() != null && todo.due().isBefore(LocalDate.now()));
        assertEquals(Priority.HIGH, todo.priority());

        Files.writeString(Ui.marker(), "first start done");
    }

    /** What the window keeps of it, {@link RestartUiTests} would find on the disk. */
    @Test
    @Order(4)
    void what_is_looked_for_is_typed_into_every_field() {
        int fields = 0;
        for (String view : List.of(
                Views.SESSIONS,
                Views.TODOS,
                Views.ACTIVITY,
                Views.KNOWLEDGE,
                Views.AUTOMATIONS,
                Views.PROCESSES,
                Views.DIAGNOSTICS,
                Views.CONVERSATION)) {
            Ui.show(view);
            fields += Ui.fill("renew the passport");
        }
        assertTrue(fields >= 4, fields + " fields");
        Ui.press(SWT.CTRL, 'f');
        Ui.await("the find bar", () -> Ui.focused("Find in this conversation"));
        Ui.typeKeys("renew the passport");
        Ui.await("a hit", () -> Ui.shown("1 of "));
        Ui.press(SWT.CTRL, 'k');
        Ui.await("the palette", () -> Ui.focused("Type a command"));
        Ui.typeKeys("renew the passport");
        Ui.press(SWT.NONE, SWT.ESC);
        Ui.hide(Views.AUTOMATIONS);
        Ui.hide(Views.PROCESSES);
        Ui.hide(Views.DIAGNOSTICS);
    }

    /** What {@link RestartUiTests} finds interrupted. */
    @Test
    @Order(5)
    void a_run_is_at_work_when_the_program_ends() {
        SheepAgent.register(Ui.data());
        Ui.command("officina.workbench.newConversation");
        Ui.type(Ui.composer(), SheepAgent.QUERY);
        Ui.pressEnter();
        Ui.await("the sheep are counted", () -> phases().contains(RunPhase.RUNNING));
        Ui.await("the agent has begun", () -> Files.exists(Ui.data().resolve("sheep-begun")));
    }

    private static List<RunPhase> phases() {
        return Ui.engine().runs().list(RunQuery.ALL).stream()
                .filter(run -> run.kind() == officina.api.event.RunKind.TURN)
                .map(RunSummary::phase)
                .toList();
    }
}
