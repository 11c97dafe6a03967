// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Set;
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

    @Test
    @Order(2)
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
