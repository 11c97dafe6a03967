// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.mail.MailAccount;
import officina.engine.MailAccountItem;
import officina.mail.ui.model.MailForm;
import officina.mail.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The way to one more account. */
final class AddSection {

    private static final int FIELD = 420;

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private Set<String> taken = Set.of();

    AddSection(Section section, PaneSite site, Runnable changed) {
        this.section = section.titled(Words.ADD_TITLE.text());
        this.site = site;
        this.changed = changed;
    }

    void focus() {
        section.focus();
    }

    void show(List<MailAccountItem> accounts) {
        taken = accounts.stream().map(each -> each.account().name()).collect(Collectors.toSet());
        section.show(
                Icon.PLUS,
                Shade.MUTED,
                Words.ADD_STATE.text(),
                Words.ADD_MEANING.text(),
                new PaneAction(Words.ADD.text(), this::open));
    }

    private void open() {
        Composite opened = section.open();
        Field name = field(opened, Words.NAME);
        Field server = field(opened, Words.SERVER);
        Field user = field(opened, Words.USER);
        Label wrong = section.label(opened, Type.SMALL, Shade.DANGER, " ");
        Runnable add = () -> typed(name, server, user).account(taken).ifPresent(this::add);
        FlatButton button =
                section.buttons(opened, Words.ADD_DO.text(), add, new PaneAction(Words.CANCEL.text(), section::close));
        button.setEnabled(false);
        for (Field each : List.of(name, server, user)) {
            each.text().addListener(SWT.Modify, site.guarded(_ -> {
                MailForm form = typed(name, server, user);
                Optional<Words> fault = form.wrong(taken);
                wrong.setText(fault.map(Words::text).orElse(" "));
                name.setWrong(fault.filter(it -> it != Words.SERVER_WRONG).isPresent());
                server.setWrong(fault.filter(it -> it == Words.SERVER_WRONG).isPresent());
                button.setEnabled(form.account(taken).isPresent());
            }));
            each.text().addListener(SWT.DefaultSelection, site.guarded(_ -> add.run()));
        }
        section.opened(name);
    }

    private Field field(Composite parent, Words label) {
        Field field = new Field(parent, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(label.text())
                .hint(label.text());
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        return field;
    }

    private static MailForm typed(Field name, Field server, Field user) {
        return new MailForm(
                name.text().getText(), server.text().getText(), user.text().getText());
    }

    private void add(MailAccount account) {
        site.call(
                engine -> engine.mail().add(account),
                _ -> {
                    section.close();
                    section.tell(Words.ADDED.text(account.name()));
                    changed.run();
                },
                section::object);
    }
}
