// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.mail.MailAccount;
import officina.base.SecretText;
import officina.engine.Engine;
import officina.engine.MailAccountItem;
import officina.engine.MailTest;
import officina.mail.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Question;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** One account: what is known of it, and what can be done. Leaving the page gives up what is being asked. */
final class AccountSection {

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private @Nullable Question asking;

    AccountSection(Section section, PaneSite site, Runnable changed) {
        this.section = section;
        this.site = site;
        this.changed = changed;
        site.owned().own(this::giveUp);
    }

    void dispose() {
        giveUp();
        section.dispose();
    }

    private void giveUp() {
        Question open = asking;
        if (open != null) {
            asking = null;
            open.cancel();
        }
    }

    /** Gives the keyboard to the first thing that can be done with it. */
    void focus() {
        section.focus();
    }

    void show(MailAccountItem item) {
        MailAccount account = item.account();
        String name = account.name();
        PaneAction test = new PaneAction(Words.TEST.text(), () -> test(name));
        PaneAction password = new PaneAction(
                (item.ready() ? Words.PASSWORD_CHANGE : Words.PASSWORD_SET).text(),
                () -> new PasswordForm(section, site, name, account.host(), typed -> keep(name, typed)).open());
        PaneAction forget = new PaneAction(
                Words.PASSWORD_FORGET.text(),
                () -> act(engine -> engine.mail().removePassword(name), Words.PASSWORD_FORGOTTEN.text()));
        PaneAction remove = new PaneAction(Words.REMOVE.text(), () -> askToRemove(name));
        section.show(
                Icon.MESSAGE,
                Shade.MUTED,
                Words.USES.text(account.user(), account.host() + ":" + account.port()),
                (item.ready() ? Words.PASSWORD_KEPT : Words.PASSWORD_NONE).text(),
                item.ready() ? new PaneAction[] {test, password, forget, remove} : new PaneAction[] {password, remove});
    }

    /** What is asked of the engine. */
    private interface Asked {
        Object of(Engine engine) throws InterruptedException;
    }

    private void test(String account) {
        giveUp();
        Question question = new Question();
        asking = question;
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.ASKING.text(account));
        FlatButton cancel = section.buttons(opened, Words.CANCEL.text(), question::cancel);
        section.opened(cancel);
        site.call(
                engine -> question.ask(() -> engine.mail().test(account)),
                answer -> {
                    if (ends(question)) {
                        answer.ifPresentOrElse(this::tested, () -> section.tell(Words.CANCELLED.text()));
                    }
                },
                failure -> {
                    if (ends(question)) {
                        section.object(failure);
                    }
                });
    }

    private void tested(MailTest test) {
        section.tell(Words.TESTED.text(test.account(), test.messages()));
    }

    /** Closes the form of this question; false when another one has taken its place. */
    private boolean ends(Question question) {
        boolean current = asking == question;
        if (current) {
            asking = null;
            section.close();
        }
        return current;
    }

    private void keep(String account, SecretText password) {
        Consumer<Failure> refused = failure -> {
            password.close();
            section.object(failure);
        };
        site.call(
                engine -> {
                    try (password) {
                        return engine.mail().setPassword(account, password);
                    }
                },
                _ -> done(Words.PASSWORD_DONE.text()),
                refused);
    }

    private void askToRemove(String account) {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.DANGER, Words.REMOVE_TEXT.text(account));
        section.opened(section.buttons(
                opened,
                Words.REMOVE_DO.text(),
                () -> act(
                        engine -> {
                            engine.mail().remove(account);
                            return account;
                        },
                        ""),
                new PaneAction(Words.CANCEL.text(), section::close)));
    }

    private void act(Asked asked, String told) {
        site.call(
                engine -> {
                    asked.of(engine);
                    return told;
                },
                this::done,
                section::object);
    }

    private void done(String told) {
        section.close();
        if (!told.isEmpty()) {
            section.tell(told);
        }
        changed.run();
    }
}
