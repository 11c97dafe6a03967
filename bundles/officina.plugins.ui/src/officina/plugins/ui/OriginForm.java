// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.Set;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.plugins.ui.model.OfferText;
import officina.plugins.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** Who a bundle is from, and what the person has to say to that before it can be installed. UI thread only. */
final class OriginForm {

    private final PluginItem.Installation from;
    private @Nullable Button box;
    private @Nullable Field name;

    /** @param changed called when the person has said something */
    OriginForm(Section section, PaneSite site, PluginItem.Installation from, Runnable changed) {
        this.from = from;
        section.titled(Words.ORIGIN_TITLE.text());
        boolean trusted = !from.signer().isEmpty();
        section.show(
                trusted ? Icon.CHECK_CIRCLE : Icon.WARNING,
                trusted ? Shade.SUCCESS : Shade.WARNING,
                OfferText.origin(from),
                OfferText.originMeaning(from));
        if (trusted) {
            return;
        }
        Composite form = section.open();
        Button made = new Button(form, SWT.CHECK | SWT.WRAP);
        made.setText((from.keys().isEmpty() ? Words.UNSIGNED_BOX : Words.TRUST_BOX).text());
        made.setFont(site.kit().theme().font(Type.BODY));
        site.kit().theme().paint(made, Shade.SURFACE, Shade.TEXT);
        made.addListener(SWT.Selection, site.guarded(_ -> changed.run()));
        box = made;
        if (!from.keys().isEmpty()) {
            Field field = new Field(form, site.kit(), SWT.SINGLE, Shade.SURFACE)
                    .hint(Words.TRUST_NAME.text())
                    .named(Words.TRUST_NAME.text());
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(60, SWT.DEFAULT)
                    .applyTo(field);
            field.text().addListener(SWT.Modify, site.guarded(_ -> changed.run()));
            name = field;
        }
        section.opened(made);
    }

    /** Gives the keyboard to what has to be said; false where nothing has. */
    boolean focus() {
        Button agreed = box;
        return agreed != null && agreed.setFocus();
    }

    /** Whether nothing more has to be said. */
    boolean isSettled() {
        Button agreed = box;
        Field called = name;
        return agreed == null
                || agreed.getSelection()
                        && (called == null || !called.text().getText().isBlank());
    }

    /** What the person calls whose key it is, where they trust it from now on. */
    @Nullable
    String trusted() {
        Field called = name;
        return called == null ? null : called.text().getText().strip();
    }

    /** The key that is trusted then. */
    String key() {
        return from.keys().isEmpty() ? "" : from.keys().getFirst();
    }

    Set<InstallConsent> consents() {
        return from.keys().isEmpty() ? Set.of(InstallConsent.UNSIGNED) : Set.of();
    }
}
