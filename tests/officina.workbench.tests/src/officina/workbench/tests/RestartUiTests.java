// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import officina.core.run.SessionQuery;
import org.junit.jupiter.api.Test;

/** A second process on the data folder that {@link FirstStartUiTests} left. */
class RestartUiTests {

    @Test
    void everything_is_still_there() {
        assertTrue(Files.exists(Ui.marker()), "the data of the first start are gone");
        Ui.await("a window", () -> Ui.window() != null);
        assertEquals("officina.workbench.home", Ui.get(Ui::perspective));
        Ui.await("the data folder is open", Ui::ready);

        Ui.show("officina.todo.ui.todos");
        Ui.await("the to-do is shown", () -> Ui.tableShows("Renew the passport"));
        Ui.await("the activity is shown", () -> Ui.tableShows("Created to-do"));
        assertEquals(1, Ui.engine().sessions().list(SessionQuery.ALL).size());
    }
}
