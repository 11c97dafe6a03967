// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.engine.Diagnostics.Status;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The four answers at the lower edge, in a window: model, place, access, cost. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class StatusAreaTests {

    private static final RunEvent USED =
            new RunEvent.UsageReported(new Usage("openai", "gpt", 10, 5, BigDecimal.ONE, "EUR", Duration.ofSeconds(2)));

    private final FakeStatus engine = new FakeStatus();
    private Stage stage;
    private Composite area;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Gallery.NOW, 1000, 120);
        stage.parent().setLayout(new FillLayout());
        new StatusArea(stage.kit()).create(stage.parent());
        area = (Composite) stage.parent().getChildren()[0];
        stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void ready() {
        stage.engine().become(new EngineState.Ready(PartialEngine.of(engine)));
        stage.await("the events are followed", engine::isListenedTo);
    }

    private List<String> answers() {
        return Arrays.stream(area.getChildren())
                .map(each -> ((FlatButton) each).text())
                .toList();
    }

    private void awaitAnswers(String... expected) {
        stage.await(List.of(expected).toString(), () -> answers().equals(List.of(expected)));
    }

    @Test
    void nothing_is_said_before_the_data_is_open() {
        assertEquals(4, area.getChildren().length);
        assertFalse(stage.has(FlatButton.class, FlatButton::isVisible));
    }

    @Test
    void the_answers_are_those_of_the_engine_and_follow_what_it_does() {
        ready();
        awaitAnswers("No model", "This machine", "Nothing", "Nothing so far");
        assertFalse(stage.has(FlatButton.class, each -> !each.isVisible()));

        engine.general = new Status("gpt of openai", "the machine of openai", "two folders", "1.00 EUR");
        engine.tell(USED);
        awaitAnswers("Gpt of openai", "The machine of openai", "Two folders", "1.00 EUR");
    }

    @Test
    void they_are_about_the_conversation_that_is_looked_at() {
        engine.ofConversation = new Status("qwen", "this machine", "one folder", "0.10 EUR");
        ready();
        awaitAnswers("No model", "This machine", "Nothing", "Nothing so far");

        stage.kit().current().open(FakeStatus.CONVERSATION);
        awaitAnswers("Qwen", "This machine", "One folder", "0.10 EUR");

        stage.kit().current().open(null);
        awaitAnswers("No model", "This machine", "Nothing", "Nothing so far");
    }

    @Test
    void while_the_data_is_opened_again_the_place_says_so() {
        ready();
        awaitAnswers("No model", "This machine", "Nothing", "Nothing so far");

        stage.engine().become(new EngineState.Starting());

        assertEquals(List.of("No model", Words.OPENING.text(), "Nothing", "Nothing so far"), answers());
    }
}
