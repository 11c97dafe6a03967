// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.ProviderPreset;
import officina.models.ui.ModelsPane.Shown;
import officina.models.ui.model.AccountForm;
import officina.models.ui.model.Words;
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

/** The way to one more server: one of those that are known, or an address. */
final class AddSection {

    private static final int FIELD = 420;

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private List<ProviderDescriptor> providers = List.of();
    private Set<String> taken = Set.of();

    AddSection(Section section, PaneSite site, Runnable changed) {
        this.section = section.titled(Words.ADD_TITLE.text());
        this.site = site;
        this.changed = changed;
    }

    void focus() {
        section.focus();
    }

    void show(Shown shown) {
        providers = shown.providers();
        taken = shown.accounts().stream().map(each -> each.account().name()).collect(Collectors.toSet());
        section.show(
                Icon.PLUS,
                Shade.MUTED,
                Words.ADD_STATE.text(),
                Words.ADD_MEANING.text(),
                new PaneAction(Words.ADD.text(), this::open));
    }

    /** Opens the form; false while it is not known yet who could speak to a server. */
    boolean open() {
        if (providers.isEmpty()) {
            return false;
        }
        ProviderDescriptor provider = providers.getFirst();
        Composite opened = section.open();
        Composite presets = section.row(opened);
        Field name = field(opened, Words.NAME);
        Field address = field(opened, Words.ADDRESS);
        Label wrong = section.label(opened, Type.SMALL, Shade.DANGER, " ");
        for (ProviderPreset preset : provider.presets()) {
            new FlatButton(presets, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(preset.title())
                    .onPress(() -> site.guard(() -> {
                        name.text().setText(preset.name());
                        address.text().setText(preset.address().toString());
                        name.setFocus();
                    }));
        }
        Runnable add = () -> typed(name, address).account(provider, taken).ifPresent(account -> add(account, provider));
        FlatButton button =
                section.buttons(opened, Words.ADD_DO.text(), add, new PaneAction(Words.CANCEL.text(), section::close));
        button.setEnabled(false);
        for (Field each : List.of(name, address)) {
            each.text().addListener(SWT.Modify, site.guarded(_ -> {
                AccountForm form = typed(name, address);
                Optional<Words> fault = form.wrong(taken);
                wrong.setText(fault.map(Words::text).orElse(" "));
                name.setWrong(fault.filter(it -> it != Words.ADDRESS_WRONG).isPresent());
                address.setWrong(fault.filter(it -> it == Words.ADDRESS_WRONG).isPresent());
                button.setEnabled(form.account(provider, taken).isPresent());
            }));
            each.text().addListener(SWT.DefaultSelection, site.guarded(_ -> add.run()));
        }
        section.opened(name);
        return true;
    }

    private Field field(Composite parent, Words label) {
        Field field = new Field(parent, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(label.text())
                .hint(label.text());
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        return field;
    }

    private static AccountForm typed(Field name, Field address) {
        return new AccountForm(name.text().getText(), address.text().getText());
    }

    private void add(ProviderAccount account, ProviderDescriptor provider) {
        boolean needsKey = provider.presets().stream()
                .anyMatch(each -> each.needsKey() && each.address().equals(account.address()));
        site.call(
                engine -> engine.models().add(account),
                _ -> {
                    section.close();
                    section.tell((needsKey ? Words.ADDED_NEEDS_KEY : Words.ADDED).text(account.name()));
                    changed.run();
                },
                section::object);
    }
}
