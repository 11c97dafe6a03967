// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import officina.engine.ModelChoice;
import officina.testkit.ui.FakeModels;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Shade;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ModelsPaneTests {

    private final FakeModels models = new FakeModels();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 640);
        PaneHost host = new PaneHost(stage.kit(), "Models", (site, _) -> new ModelsPane(site));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(models)));
        host.focus();
        stage.await("the first action has the keyboard", () -> stage.has(FlatButton.class, FlatButton::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_server_is_added_and_one_of_its_models_chosen() {
        says("No model is chosen.");
        addOllama();
        says("Added ollama. Choose one of its models now.");
        go("Choose a Model");
        stage.press(SWT.CR);
        stage.await("a search", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("qwen");
        stage.press(SWT.CR);

        says("qwen3:8b of ollama is chosen.");
        assertEquals("qwen3:8b", models.choice(null).map(ModelChoice::model).orElse(""));

        go("Work Without a Model");
        stage.press(SWT.CR);
        says("No model is chosen.");
        assertNull(models.choice);
    }

    @Test
    void what_is_typed_wrong_is_said_at_once() {
        go("Add a Server");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("my server");
        says("A name has lower-case letters, digits and single hyphens, and begins with a letter.");
        stage.press(SWT.CR);
        assertEquals(0, models.accounts().size());
        stage.press(SWT.ESC);
        stage.await("the form is gone", () -> !stage.has(Text.class, _ -> true));
    }

    @Test
    void a_key_goes_into_the_vault_and_stays_in_no_field() {
        addOllama();
        go("Give It a Key");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("sk-1");
        stage.press(SWT.CR);

        says("Its key is in the vault.");
        assertEquals("sk-1", models.key);
        assertFalse(stage.has(Text.class, _ -> true));

        go("Forget the Key");
        stage.press(SWT.CR);
        says("The key is forgotten.");
        assertEquals("", models.key);
    }

    @Test
    void a_server_that_is_silent_is_given_up() throws Exception {
        models.silent = true;
        addOllama();
        go("Try It");
        stage.press(SWT.CR);
        says("Asking ollama …");
        go("Cancel");
        stage.press(SWT.CR);

        says("Cancelled.");
        assertTrue(models.interrupted.await(10, TimeUnit.SECONDS), "the request is given up, too");
    }

    @Test
    void what_a_server_refuses_stands_where_it_was_asked() {
        models.offline = true;
        addOllama();
        go("Try It");
        stage.press(SWT.CR);
        says("The server of the account \"ollama\" at 127.0.0.1:11434 cannot be reached. Check that it runs and that"
                + " this machine is online, then try again.");
        stage.dark(true);
        Label notice = stage.find(Label.class, it -> it.getText().startsWith("The server of"));
        assertEquals(stage.kit().theme().color(Shade.DANGER), notice.getForeground(), "in the dark as well");
        models.offline = false;
        go("Try It");
        stage.press(SWT.CR);
        says("qwen3:8b answered: its first word after 1.2 s, all after 2 s.");
    }

    @Test
    void nothing_is_removed_before_it_is_confirmed() {
        addOllama();
        go("Remove");
        stage.press(SWT.CR);
        says("Officina forgets the account ollama and its key. On the server nothing changes.");
        assertEquals(1, models.accounts().size());
        stage.press(SWT.CR);

        stage.await(
                "the section is gone",
                () -> !stage.has(Label.class, it -> it.getText().equals("ollama")));
        assertEquals(0, models.accounts().size());
    }

    private void addOllama() {
        go("Add a Server");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("ollama");
        stage.press(SWT.TAB);
        stage.type("http://127.0.0.1:11434/v1");
        stage.press(SWT.CR);
        stage.await(
                "its section", () -> stage.has(FlatButton.class, it -> it.text().equals("Try It")));
    }

    /** Tab until the button has the keyboard. */
    private void go(String button) {
        stage.await(button, () -> stage.has(FlatButton.class, it -> it.text().equals(button)));
        for (int i = 0; i < 20; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                return;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(text)));
    }
}
