// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.util.Optional;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The content of the page: one column of sections. */
public final class PrivacyPane implements Pane {

    /** What a file is for. */
    public enum Purpose {
        /** All data, for everybody who has the file. */
        EXPORT,
        /** All data, encrypted. */
        SEALED_EXPORT,
        /** A diagnostics bundle. */
        BUNDLE
    }

    /** Asks the person for a new file. */
    public interface FileChoice {

        /** Empty when they change their mind. */
        Optional<Path> apply(Shell shell, Purpose purpose);
    }

    private final PaneSite site;
    private final ScrolledComposite scroll;
    private final Composite column;
    private final KeySection key;
    private final PhraseSection phrase;
    private final DataSection data;
    private final BundleSection bundle;

    public PrivacyPane(PaneSite site, FileChoice chooseFile) {
        this.site = site;
        site.parent().setLayout(new FillLayout());
        scroll = new ScrolledComposite(site.parent(), SWT.V_SCROLL);
        site.kit().theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        Composite ground = new Composite(scroll, SWT.NONE);
        site.kit().theme().paint(ground, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().applyTo(ground);
        column = new Composite(ground, SWT.NONE);
        site.kit().theme().paint(column, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.L)
                .spacing(0, Space.XL)
                .applyTo(column);
        GridDataFactory.fillDefaults().applyTo(column);
        scroll.setContent(ground);
        key = new KeySection(new Section(column, site, this::fit), site, this::load);
        phrase = new PhraseSection(new Section(column, site, this::fit), site, this::load);
        data = new DataSection(new Section(column, site, this::fit), site, chooseFile);
        bundle = new BundleSection(
                new Section(column, site, this::fit), site, shell -> chooseFile.apply(shell, Purpose.BUNDLE));
        scroll.addListener(SWT.Resize, _ -> fit());
        load();
    }

    @Override
    public void focus() {
        key.focus();
    }

    /** Opens the form for a new passphrase. */
    public void changePassphrase() {
        key.choosePassphrase();
    }

    /** Makes a recovery phrase and shows it, unless there is a checked one: then its section says what can be done. */
    public void makePhrase() {
        phrase.makeIfMissing();
    }

    /** Opens the form of an export. */
    public void export() {
        data.export();
    }

    /** Writes a diagnostics bundle. */
    public void writeBundle() {
        bundle.write();
    }

    private void load() {
        site.call(engine -> engine.keys().state(), state -> {
            key.show(state);
            phrase.show(state);
            fit();
        });
        site.call(engine -> engine.data().facts(), facts -> {
            data.show(facts);
            fit();
        });
    }

    private void fit() {
        int width = Math.min(scroll.getClientArea().width, Space.READING_WIDTH);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(column);
        Composite ground = (Composite) scroll.getContent();
        ground.layout(true, true);
        scroll.setMinSize(0, ground.computeSize(width, SWT.DEFAULT).y);
    }
}
