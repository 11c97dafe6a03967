// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.core.run.SessionQuery;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A second process on the data folder that {@link FirstStartUiTests} left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartUiTests {

    @BeforeAll
    static void offer() {
        SheepAgent.register(Ui.data());
    }

    @Test
    @Order(1)
    void everything_is_still_there() {
        assertTrue(Files.exists(Ui.marker()), "the data of the first start are gone");
        Ui.await("a window", () -> Ui.window() != null);
        assertEquals("officina.workbench.home", Ui.get(Ui::perspective));
        Ui.await("the data folder is open", Ui::ready);

        Ui.show("officina.todo.ui.todos");
        Ui.await("the to-do is shown", () -> Ui.tableShows("Renew the passport"));
        Ui.await("the activity is shown", () -> Ui.tableShows("Created to-do"));
        assertEquals(2, Ui.engine().sessions().list(SessionQuery.ALL).size());
    }

    /**
     * Positions of windows, logs, the database, what the desktop's libraries keep: all that the first process has left,
     * and what this one has made.
     */
    @Test
    @Order(2)
    void nothing_that_was_typed_can_be_read_in_any_file() throws IOException {
        List<Path> found = new ArrayList<>();
        int looked = 0;
        Path home = Path.of(System.getenv("HOME"));
        List<Path> folders = Stream.of(
                        Ui.data(),
                        Path.of(System.getProperty("java.io.tmpdir")),
                        home.resolve(".cache"),
                        home.resolve(".config"))
                .filter(Files::isDirectory)
                .toList();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    looked++;
                    if (holds(each, "renew the passport")) {
                        found.add(each);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(looked > 5, "looked at " + looked);
    }

    private static boolean holds(Path file, String words) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // this process is at work meanwhile
            return false;
        }
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(words::getBytes)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                .anyMatch(new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)::contains);
    }

    @Test
    @Order(3)
    void what_was_interrupted_is_offered_and_resumed_by_one_key() {
        RunSummary run = Ui.engine().runs().list(new RunQuery(null, Set.of(RunPhase.INTERRUPTED), 10)).stream()
                .findFirst()
                .orElseThrow();
        assertEquals(SheepAgent.QUERY, run.title());
        Ui.await("it is offered", () -> Ui.offered(SheepAgent.QUERY));
        Ui.press(SWT.CTRL, 'r');
        Ui.await("it is done", () -> Ui.engine().runs().state(run.id()).phase() == RunPhase.DONE);
        Ui.await(
                "its conversation is shown",
                () -> run.session().equals(Ui.kit().current().session()));
    }
}
