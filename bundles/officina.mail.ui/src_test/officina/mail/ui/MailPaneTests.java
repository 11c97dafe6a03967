// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class MailPaneTests {

    private final FakeMail mail = new FakeMail();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 640);
        PaneHost host = new PaneHost(stage.kit(), "Mail", (site, _) -> new MailPane(site));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(mail)));
        host.focus();
        stage.await("the first action has the keyboard", () -> stage.has(FlatButton.class, FlatButton::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void an_account_is_added_gets_its_password_and_is_tried() {
        addWork();
        says("Added work. Give it its password now.");
        says("ada@example.org at imap.example.org:993");
        assertEquals(
                new MailAccount("work", "imap.example.org", 993, MailSecurity.TLS, "ada@example.org"),
                mail.accounts.getFirst().account());

        givePassword();
        says("Its password is in the vault.");
        assertEquals("sesame", mail.password);
        assertFalse(stage.has(Text.class, _ -> true), "it stays in no field");

        go("Try It");
        stage.press(SWT.CR);
        says("work answered. Messages in the inbox: 12.");

        go("Forget the Password");
        stage.press(SWT.CR);
        says("The password is forgotten.");
        assertEquals("", mail.password);
    }

    @Test
    void what_is_typed_wrong_is_said_at_once() {
        go("Add a Mail Account");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("My mail");
        says("A name has lower-case letters, digits and single hyphens, and begins with a letter.");
        stage.press(SWT.CR);
        assertEquals(0, mail.accounts.size());
        stage.press(SWT.ESC);
        stage.await("the form is gone", () -> !stage.has(Text.class, _ -> true));
    }

    @Test
    void a_server_that_is_silent_is_given_up() throws Exception {
        mail.silent = true;
        addWork();
        givePassword();
        go("Try It");
        stage.press(SWT.CR);
        says("Asking work \u2026");
        go("Cancel");
        stage.press(SWT.CR);

        says("Cancelled.");
        assertTrue(mail.interrupted.await(10, TimeUnit.SECONDS), "the connection is given up, too");
    }

    @Test
    void what_goes_wrong_stands_where_it_was_asked() {
        mail.offline = true;
        addWork();
        givePassword();
        go("Try It");
        stage.press(SWT.CR);
        says("The mail server cannot be reached. Check its name and port.");
    }

    @Test
    void nothing_is_removed_before_it_is_confirmed() {
        addWork();
        go("Remove");
        stage.press(SWT.CR);
        says("Officina forgets the account work and its password. In the mailbox nothing changes.");
        assertEquals(1, mail.accounts.size());
        stage.press(SWT.CR);

        stage.await(
                "the section is gone",
                () -> !stage.has(Label.class, it -> it.getText().equals("work")));
        assertEquals(0, mail.accounts.size());
    }

    private void addWork() {
        go("Add a Mail Account");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("work");
        stage.press(SWT.TAB);
        stage.type("imap.example.org");
        stage.press(SWT.TAB);
        stage.type("ada@example.org");
        stage.press(SWT.CR);
        stage.await(
                "its section", () -> stage.has(FlatButton.class, it -> it.text().equals("Give It a Password")));
    }

    private void givePassword() {
        go("Give It a Password");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("sesame");
        stage.press(SWT.CR);
        stage.await(
                "it can be tried",
                () -> stage.has(FlatButton.class, it -> it.text().equals("Try It")));
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
