// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.Pane;
import officina.ui.base.PaneHost;
import officina.ui.base.PaneSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What a content leaves, and to whom it is handed. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class RememberedTests {

    private final FakeTodos todos = new FakeTodos();
    private final List<String> handed = new ArrayList<>();

    /** Cannot be made with what it left itself. */
    private final class Forgetful implements Pane {

        Forgetful(PaneSite site) {
            String left = site.remembered(String.class);
            handed.add(left == null ? "nothing" : left);
            if (left != null) {
                throw new IllegalStateException("cannot go on there");
            }
        }

        @Override
        public void focus() {}

        @Override
        public Object remember() {
            return "the place";
        }
    }

    @Test
    void what_a_content_cannot_be_made_with_is_not_handed_to_the_next_try() {
        try (Stage stage = new Stage(false, () -> Instant.EPOCH, 400, 300)) {
            PaneHost host = new PaneHost(stage.kit(), "Forgetful", (site, _) -> new Forgetful(site));
            host.create(stage.parent());
            stage.engine().become(ready());
            stage.engine().become(new EngineState.Starting());
            stage.engine().become(ready());
            assertEquals(List.of("nothing", "the place"), handed);
            // as Try Again does
            stage.engine().become(ready());
            assertEquals(List.of("nothing", "the place", "nothing"), handed);
            assertEquals(Forgetful.class, host.pane().getClass());
        }
    }

    private EngineState ready() {
        return new EngineState.Ready(PartialEngine.of(todos, new FakeRuns(todos)));
    }
}
