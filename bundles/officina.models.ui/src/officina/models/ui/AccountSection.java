// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.provider.ModelInfo;
import officina.base.SecretText;
import officina.engine.Engine;
import officina.engine.ModelAccount;
import officina.engine.ModelTest;
import officina.models.ui.model.Times;
import officina.models.ui.model.Words;
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

/** One server: what is known of it, and what can be done. Leaving the page gives up what is being asked. */
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

    void show(ModelAccount kept) {
        String address = kept.account().address().toString();
        String model = kept.account().model();
        String name = kept.account().name();
        PaneAction choose = new PaneAction(Words.CHOOSE.text(), () -> choose(name));
        PaneAction test = new PaneAction(Words.TEST.text(), () -> test(name));
        PaneAction key = new PaneAction(
                (kept.keyed() ? Words.KEY_CHANGE : Words.KEY_SET).text(), () -> askForKey(name, address));
        PaneAction forget = new PaneAction(Words.KEY_FORGET.text(), () -> forgetKey(name));
        PaneAction remove = new PaneAction(Words.REMOVE.text(), () -> askToRemove(name));
        section.show(
                Icon.MACHINE,
                Shade.MUTED,
                model == null ? address : Words.USES.text(address, model),
                (kept.keyed() ? Words.KEY_KEPT : Words.KEY_NONE).text(),
                kept.keyed()
                        ? new PaneAction[] {choose, test, key, forget, remove}
                        : new PaneAction[] {choose, test, key, remove});
    }

    private void choose(String account) {
        ask(
                account,
                engine -> engine.models().list(account),
                models -> new ModelList(section, site, account, models, model -> use(account, model)).open());
    }

    private void use(String account, ModelInfo model) {
        act(engine -> engine.models().use(account, model.id(), null), Words.CHOSEN.text(model.id()));
    }

    private void test(String account) {
        ask(account, engine -> engine.models().test(account, null), this::tested);
    }

    private void tested(ModelTest test) {
        section.tell(Words.TESTED.text(test.model(), Times.text(test.first()), Times.text(test.whole())));
    }

    /** What is asked of a server. */
    private interface Asked<T> {
        T of(Engine engine) throws InterruptedException;
    }

    private <T> void ask(String account, Asked<T> asked, Consumer<T> answered) {
        giveUp();
        Question question = new Question();
        asking = question;
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.ASKING.text(account));
        FlatButton cancel = section.buttons(opened, Words.CANCEL.text(), question::cancel);
        section.opened(cancel);
        site.call(
                engine -> question.ask(() -> asked.of(engine)),
                answer -> {
                    if (ends(question)) {
                        answer.ifPresentOrElse(answered, () -> section.tell(Words.CANCELLED.text()));
                    }
                },
                failure -> {
                    if (ends(question)) {
                        section.object(failure);
                    }
                });
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

    private void askForKey(String account, String address) {
        new KeyForm(section, site, account, address, key -> keepKey(account, key)).open();
    }

    private void keepKey(String account, SecretText key) {
        Consumer<Failure> refused = failure -> {
            key.close();
            section.object(failure);
        };
        site.call(
                engine -> {
                    try (key) {
                        return engine.models().setKey(account, key);
                    }
                },
                _ -> done(Words.KEY_DONE.text()),
                refused);
    }

    private void forgetKey(String account) {
        act(engine -> Optional.of(engine.models().removeKey(account)), Words.KEY_FORGOTTEN.text());
    }

    private void askToRemove(String account) {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.DANGER, Words.REMOVE_TEXT.text(account));
        section.opened(section.buttons(
                opened,
                Words.REMOVE_DO.text(),
                () -> act(
                        engine -> {
                            engine.models().remove(account);
                            return List.of();
                        },
                        ""),
                new PaneAction(Words.CANCEL.text(), section::close)));
    }

    private void act(Asked<?> asked, String told) {
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
