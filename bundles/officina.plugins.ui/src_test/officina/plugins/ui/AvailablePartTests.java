// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.engine.PluginItem.Installation;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.FlatButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What catalogues offer, in a window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class AvailablePartTests implements Choices {

    private final FakePlugins plugins = new FakePlugins();
    private final Stage stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 680, 760);

    @Override
    public Optional<Path> folder(Shell over) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> bundle(Shell over) {
        return Optional.empty();
    }

    private void open() {
        stage.show(
                "Plug-ins",
                PartialEngine.of(plugins, plugins.projects(), new FakeLog()),
                (site, engine) -> new PluginsPane(site, engine, this));
    }

    private void openAvailable() {
        plugins.with(FakePlugins.tasks());
        open();
        stage.pressButton("Available");
    }

    private void says(String text) {
        stage.await(text, () -> isSaid(text));
    }

    private boolean isSaid(String text) {
        return stage.has(Label.class, each -> each.isVisible() && each.getText().contains(text));
    }

    private boolean hasButton(String text) {
        return stage.has(
                FlatButton.class, each -> each.isVisible() && each.text().equals(text));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void what_is_not_installed_or_is_newer_is_offered_with_what_it_costs_and_whose_it_is() {
        plugins.offered(FakePlugins.offersOfAll(), "The catalogue Other cannot be read now. It is not there.");
        openAvailable();
        says("Notes agent");
        says("Version 1.2, free");
        says("Finds what you have written down.\n"
                + "It says that it is by The Example Company, which nobody has proved.\n"
                + "From the catalogue Officina, which is signed by Officina, whose key you trust.\n"
                + "It takes the place of version 0.9.");
        says("Version 1.2, 9.90 EUR");
        says("From the catalogue Example, which is signed by nobody whom you trust.");
        says("In a terminal: officina plugins install agent.lists");
        says("The catalogue Other cannot be read now. It is not there.");
        assertFalse(isSaid("Task agent"), "it is installed as it is offered");
        assertFalse(hasButton("Install Lists agent"), "it has to be fetched first");

        stage.focus(stage.find(Text.class, Text::isVisible));
        stage.type("anything");
        stage.await("one is left", () -> !isSaid("Notes agent") && isSaid("Lists agent"));
        stage.type("else");
        says("No offer has that in its name, its publisher or its description.");
    }

    @Test
    void an_offer_that_is_at_hand_is_installed_by_the_dialog_and_then_shown() {
        plugins.offered(FakePlugins.offersOfAll());
        plugins.offering(FakePlugins.notes(new Installation(List.of("a key"), "The Example Company", true, "", null)));
        openAvailable();
        stage.await("the offer", () -> hasButton("Update Notes agent"));
        for (int i = 0;
                i < 10
                        && !stage.has(
                                FlatButton.class,
                                each -> each.isFocusControl() && each.text().equals("Update Notes agent"));
                i++) {
            stage.press(SWT.TAB);
        }
        stage.press(SWT.CR);
        stage.await(
                "the dialog",
                () -> stage.popup(Button.class, each -> each.getText().equals("Install") && each.isEnabled()));
        assertEquals(List.of(), plugins.done, "nothing is kept before the person says so");
        stage.press(SWT.CR);
        stage.await("no dialog", () -> stage.shells() == 1);
        assertEquals("install notes.jar []", plugins.done.getFirst());
        stage.await("it is selected among the installed", () -> isSaid("Notes agent") && hasButton("Switch Off"));
    }

    @Test
    void where_nothing_is_installed_or_offered_it_says_so_and_what_fails_is_tried_again() {
        open();
        stage.pressButton("See What Is Available");
        says("Nothing more is offered");
        plugins.hide(Failure.of("store.busy", ErrorKind.RESOURCE, "The store does not answer.", null));
        stage.pressButton("Available");
        says("The store does not answer.");
        plugins.hide(null);
        stage.pressButton("Try Again");
        says("Nothing more is offered");
        stage.pressButton("Installed");
        says("There are no plug-ins");
    }
}
