// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.api.error.Failure;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the person types the passphrase of the data, or chooses one at the first start. Made while the engine needs one;
 * shows what was wrong with the last try. UI thread only.
 */
public final class PassphraseForm {

    private static final int WIDTH = 360;

    private final UiKit kit;
    private final boolean fresh;
    private final Composite outer;
    private final Text passphrase;
    private final @Nullable Text repeated;
    private final Label hint;
    private final FlatButton open;

    public PassphraseForm(Composite parent, UiKit kit) {
        this.kit = kit;
        EngineState.NeedsPassphrase need = kit.engine().state() instanceof EngineState.NeedsPassphrase it
                ? it
                : new EngineState.NeedsPassphrase(false, null);
        fresh = need.fresh();
        outer = surface(parent);
        GridLayoutFactory.fillDefaults().margins(Space.L, Space.L).applyTo(outer);
        Composite inner = surface(outer);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(inner);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(inner);
        Label lock = new Label(inner, SWT.NONE);
        kit.theme().paint(lock, Shade.SURFACE, Shade.TEXT);
        kit.icons().show(lock, Icon.LOCK, Shade.FAINT, Space.ICON_LARGE);
        line(inner, (fresh ? Words.CHOOSE_TITLE : Words.UNLOCK_TITLE).text(), Type.TITLE, Shade.TEXT);
        line(inner, (fresh ? Words.CHOOSE_TEXT : Words.UNLOCK_TEXT).text(), Type.BODY, Shade.MUTED);
        passphrase = field(inner, Words.PASSPHRASE.text());
        repeated = fresh ? field(inner, Words.PASSPHRASE_AGAIN.text()) : null;
        hint = line(inner, " ", Type.SMALL, Shade.MUTED);
        // what is said of a passphrase may take two lines; nothing moves when it comes
        ((GridData) hint.getLayoutData()).heightHint =
                fresh ? 2 * hint.computeSize(SWT.DEFAULT, SWT.DEFAULT).y : Space.XS;
        Failure problem = need.problem();
        if (problem != null) {
            Label wrong = line(inner, problem.told(), Type.BODY, Shade.DANGER);
            wrong.moveAbove(firstField());
        }
        open = new FlatButton(inner, kit, FlatButton.Look.PRIMARY, Shade.SURFACE)
                .text((fresh ? Words.CHOOSE_OPEN : Words.UNLOCK_OPEN).text())
                .onPress(this::unlock);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(open);
        check();
        kit.ui().post(() -> {
            if (!passphrase.isDisposed()) {
                passphrase.setFocus();
            }
        });
    }

    public Composite control() {
        return outer;
    }

    /** The frame around the text that the person types into first. */
    private Composite firstField() {
        return passphrase.getParent().getParent();
    }

    private void check() {
        char[] typed = passphrase.getTextChars();
        try {
            boolean same = repeated == null || java.util.Arrays.equals(typed, repeated.getTextChars());
            open.setEnabled(typed.length > 0 && same);
            if (fresh) {
                say(typed, same);
            }
        } finally {
            java.util.Arrays.fill(typed, ' ');
        }
    }

    private void say(char[] typed, boolean same) {
        if (typed.length == 0) {
            hint.setText(" ");
        } else if (!same && repeated != null && repeated.getCharCount() > 0) {
            hint.setText(Words.PASSPHRASES_DIFFER.text());
        } else {
            hint.setText(PassphraseStrength.of(typed).text());
        }
    }

    private void unlock() {
        if (open.isEnabled()) {
            char[] typed = passphrase.getTextChars();
            passphrase.setText("");
            if (repeated != null) {
                repeated.setText("");
            }
            kit.engine().unlock(typed);
        }
    }

    private Text field(Composite parent, String name) {
        Field field = new Field(parent, kit, SWT.SINGLE | SWT.PASSWORD, Shade.SURFACE)
                .named(name)
                .hint(name);
        field.text().addListener(SWT.Modify, _ -> check());
        field.text().addListener(SWT.DefaultSelection, _ -> unlock());
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(field);
        return field.text();
    }

    private Label line(Composite parent, String text, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Composite surface(Composite parent) {
        Composite surface = new Composite(parent, SWT.NONE);
        kit.theme().paint(surface, Shade.SURFACE, Shade.TEXT);
        return surface;
    }
}
