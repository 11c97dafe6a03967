// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.core.run.ActivityQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.settings.SettingsCatalog;
import officina.engine.TodoItem;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoQuery;
import officina.engine.remote.RemoteEngine;
import officina.ui.base.ActivityPlace;
import officina.ui.base.Views;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person at work with the keyboard, in the process after {@link RestartUiTests}; each test brings what it needs. */
class WorkUiTests {

    @BeforeAll
    static void begin() {
        Leaks.watch();
        Ui.await("a window", () -> Ui.window() != null);
        Ui.await("the data folder is open", Ui::ready);
    }

    @AfterAll
    static void nothing_is_leaked() {
        assertEquals(List.of(), Leaks.ofOfficina(Ui.display()));
    }

    @Test
    void a_plan_is_asked_for_and_approved_with_keys_alone() {
        Ui.press(SWT.CTRL, 'n');
        Ui.await("the composer has the keyboard", Ui::composing);
        Ui.typeKeys("remind me to buy bread tomorrow");
        Ui.press(SWT.NONE, SWT.CR);
        Ui.await("a plan waits", () -> waiting() == 1);
        Ui.press(SWT.CTRL, '4');
        Ui.await("the plan has the keyboard", () -> Ui.active("officina.plan.ui.plan"));
        Ui.await("the plan can be approved", () -> Ui.enabled("officina.plan.ui.approve") && Ui.shown("Waits for you"));
        Ui.press(SWT.CTRL, SWT.CR);
        Ui.await("the to-do is there", () -> todo("bread").isPresent());
    }

    @Test
    void a_completed_to_do_is_taken_back_with_a_key() {
        Ui.engine()
                .todos()
                .add(new NewTodo(null, "Water the ficus", "", officina.api.record.Priority.LOW, null, null, List.of()));
        Ui.press(SWT.CTRL, '3');
        Ui.await("the to-do is shown", () -> Ui.tableShows("ficus"));
        Ui.select("ficus");
        Ui.press(SWT.NONE, ' ');
        Ui.await("it is done", () -> standing("ficus") == TodoStatus.DONE);
        Ui.press(SWT.CTRL, 'z');
        Ui.await("it is open again", () -> standing("ficus") == TodoStatus.OPEN);
    }

    /** What is measured is written down, not judged: from the moment it was written to the moment a look at the table finds it. */
    @Test
    void a_to_do_of_the_command_line_appears_in_the_window() throws Exception {
        String title = "Prune juniper " + ProcessHandle.current().pid();
        Ui.press(SWT.CTRL, '3');
        CompletableFuture<Instant> seen = Ui.when(() -> Ui.tableShows(title));
        assertEquals("Added: " + title + "\n", AttachedCommand.run("todo", "add", title));
        Instant shown = seen.get(60, TimeUnit.SECONDS);
        Instant written = todo(title).orElseThrow().createdAt();
        Files.writeString(
                Ui.data().resolveSibling("milliseconds-until-in-sight"),
                Duration.between(written, shown).toMillis() + "\n");

        Ui.engine().todos().complete(todo(title).orElseThrow().id());
        assertEquals("", AttachedCommand.run("todo", "list", "--text", title, "--json"));
    }

    /** What a second start of the program asks of the first one. */
    @Test
    void another_process_brings_the_window_to_the_front() {
        Shell shell = Ui.get(() -> Ui.window().getShell());
        Ui.get(() -> {
            shell.setMinimized(true);
            return true;
        });
        Ui.await("it is minimised", shell::getMinimized);
        try (RemoteEngine second = RemoteEngine.attach(Ui.data(), "another start")) {
            assertTrue(second.window().raise());
        }
        Ui.await("it is in front", () -> !shell.getMinimized() && Ui.display().getActiveShell() == shell);
    }

    @Test
    void a_passage_is_found_by_its_meaning_and_opens_at_its_lines() throws Exception {
        Path folder = Files.createDirectories(Ui.data().resolveSibling("household"));
        Files.writeString(
                folder.resolve("manual.txt"),
                "\n".repeat(80) + "The filter of the boiler is cleaned every three months.\n" + "\n".repeat(80));
        Ui.press(SWT.CTRL, '6');
        Ui.await("the search has the keyboard", () -> Ui.focused("Search your documents"));
        AttachedCommand.run("index", "add", folder.toString());
        Ui.await("the folder is shown", () -> Ui.shown("household"));
        Ui.typeKeys("how often to wash the heating");
        Ui.await("the passage is found", () -> Ui.tableShows("manual.txt, line 81"));
        Ui.press(SWT.NONE, SWT.CR);
        Ui.await("its lines are marked", () -> Ui.marked("The filter of the boiler"));
        Ui.hide("officina.knowledge.ui.document");
    }

    @Test
    void words_are_found_in_a_conversation() {
        Ui.press(SWT.CTRL, 'n');
        Ui.type(Ui.composer(), "What is due about marmalade?");
        Ui.pressEnter();
        Ui.await("it was answered", () -> Ui.kit().current().session() != null && working() == 0);
        Ui.press(SWT.CTRL, 'f');
        Ui.await("the find bar", () -> Ui.focused("Find in this conversation"));
        Ui.typeKeys("marmalade");
        Ui.await("a hit", () -> Ui.shown("1 of "));
        Ui.press(SWT.NONE, SWT.ESC);
    }

    @Test
    void the_theme_changes_while_the_window_is_open() {
        Ui.command("officina.workbench.themeDark");
        Ui.await("it is dark", () -> Ui.kit().theme().dark() && Ui.darkGround());
        Ui.command("officina.workbench.themeLight");
        Ui.await("it is light", () -> !Ui.kit().theme().dark() && !Ui.darkGround());
    }

    @Test
    void preferences_are_reached_and_changed_with_keys_alone() {
        Ui.press(SWT.CTRL, ',');
        Ui.await("Preferences have the keyboard", () -> Ui.active("officina.workbench.preferences"));
        Ui.press(SWT.NONE, SWT.F1);
        Ui.await("the page of keys", () -> Ui.focused("Search commands and keys"));
        Ui.command("officina.models.ui.add");
        Ui.await("the form for a server", () -> Ui.focused("Name"));
        Ui.command("officina.workbench.preferences.knowledge");
        Ui.await("the setting has the keyboard", () -> Ui.boxed("Look through the folders by itself"));
        Ui.press(SWT.NONE, ' ');
        Ui.await("it is kept", () -> !Ui.setting(SettingsCatalog.SYNC_AT_START));
        Ui.button("Restore Defaults");
        Ui.await("it is as it was", () -> Ui.setting(SettingsCatalog.SYNC_AT_START));
        Ui.command("officina.workbench.preferences.plugins");
        Ui.await(
                "what came with Officina, and what it may",
                () -> Ui.shown("It came with Officina") && Ui.shown("Allowed always, since "));
        Ui.hide("officina.workbench.preferences");
    }

    @Test
    void who_looks_for_a_model_where_there_is_none_is_led_to_where_servers_are_added() {
        Ui.press(SWT.CTRL, 'n');
        Ui.await("the composer has the keyboard", Ui::composing);
        Ui.press(SWT.CTRL | SWT.SHIFT, 'l');
        Ui.await("the search has the keyboard", () -> Ui.focused("Search models"));
        Ui.typeKeys("add a server");
        Ui.press(SWT.NONE, SWT.CR);
        Ui.await("the page of servers", () -> Ui.active("officina.workbench.preferences") && Ui.shown("Add a server"));
        Ui.hide("officina.workbench.preferences");
    }

    @Test
    void a_view_that_fails_names_itself_and_can_be_tried_again() {
        Ui.show("officina.workbench.tests.broken");
        Ui.await("the view says that it failed", () -> Ui.shown("The view “Broken” stopped"));
        Ui.button("Try Again");
        Ui.await("the second try works", () -> Ui.shown("Mended at try 2"));
        Ui.hide("officina.workbench.tests.broken");
    }

    /** But for that which opens it. */
    @Test
    void the_palette_has_every_command() {
        Ui.press(SWT.CTRL, 'n');
        Ui.await("the composer has the keyboard", Ui::composing);
        List<String> commands = Ui.get(WorkUiTests::commands);
        assertTrue(commands.size() > 30, commands.toString());
        Ui.press(SWT.CTRL | SWT.SHIFT, 'p');
        Ui.await("the palette", () -> Ui.focused("Type a command"));
        List<String> missing = Ui.get(() ->
                commands.stream().filter(command -> !Ui.tableShows(command)).toList());
        Ui.press(SWT.NONE, SWT.ESC);
        assertEquals(List.of(), missing);
    }

    @Test
    void a_view_is_shown_through_the_palette() {
        Ui.press(SWT.CTRL | SWT.SHIFT, 'p');
        Ui.await("the palette", () -> Ui.focused("Type a command"));
        Ui.typeKeys("show act");
        Ui.press(SWT.NONE, SWT.CR);
        Ui.await("Activity has the keyboard", () -> Ui.active("officina.activity.ui.activity"));
    }

    @Test
    void what_works_by_itself_is_shown_with_a_key() {
        Ui.press(SWT.CTRL, '7');
        Ui.await("Automations", () -> Ui.active(Views.AUTOMATIONS));
        Ui.hide(Views.AUTOMATIONS);
    }

    @Test
    void another_view_leads_to_a_run_in_the_log_and_to_a_plugin() {
        Ui.engine()
                .todos()
                .add(new NewTodo(null, "Oil the hinges", "", officina.api.record.Priority.LOW, null, null, List.of()));
        RunId run = Ui.engine().activity().list(ActivityQuery.NEWEST).getFirst().run();
        Ui.get(() -> {
            Ui.kit().views().activity(ActivityPlace.of(run));
            return run;
        });
        Ui.await("one run", () -> Ui.active(Views.ACTIVITY) && Ui.hasButton("One Run"));
        Ui.button("One Run");
        Ui.await("all runs", () -> !Ui.hasButton("One Run"));

        Ui.get(() -> {
            Ui.kit().views().plugin(new PluginId("agent.task"));
            return run;
        });
        Ui.await("the plug-in", () -> Ui.active(Views.PREFERENCES) && Ui.shown("Task agent"));
        Ui.hide(Views.PREFERENCES);
    }

    private static List<String> commands() {
        return Arrays.stream(Ui.window().getService(ICommandService.class).getDefinedCommands())
                .filter(command -> command.getId().startsWith("officina."))
                .filter(command -> !command.getId().equals("officina.workbench.palette"))
                .map(WorkUiTests::label)
                .toList();
    }

    /** As in a row of the palette. */
    private static String label(Command command) {
        try {
            return command.getCategory().getName() + ": " + command.getName();
        } catch (NotDefinedException e) {
            throw new IllegalStateException(command.getId(), e);
        }
    }

    private static long waiting() {
        return Ui.engine()
                .runs()
                .list(new RunQuery(null, Set.of(RunPhase.AWAITING_APPROVAL), 100))
                .size();
    }

    private static long working() {
        return Ui.engine()
                .runs()
                .list(new RunQuery(null, Set.of(RunPhase.RUNNING), 100))
                .size();
    }

    private static TodoStatus standing(String words) {
        return todo(words).map(TodoItem::todo).map(Todo::status).orElseThrow();
    }

    private static java.util.Optional<TodoItem> todo(String words) {
        return Ui.engine().todos().list(TodoQuery.ALL).stream()
                .filter(item -> item.todo().title().contains(words))
                .findFirst();
    }
}
