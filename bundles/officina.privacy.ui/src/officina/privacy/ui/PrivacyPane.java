// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.util.Optional;
import officina.engine.Engine;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
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
    private final KeySection key;
    private final PhraseSection phrase;
    private final DataSection data;
    private final LearnedSection learned;
    private final BundleSection bundle;

    /** With the system's own dialog for files. */
    public static PrivacyPane of(PaneSite site, Engine engine) {
        return new PrivacyPane(site, engine, FileQuestion::ask);
    }

    PrivacyPane(PaneSite site, Engine engine, FileChoice chooseFile) {
        this.site = site;
        Page page = new Page(site);
        key = new KeySection(page.section(), site, this::load);
        phrase = new PhraseSection(page.section(), site, this::load);
        data = new DataSection(page.section(), site, chooseFile);
        RetentionSection retention = new RetentionSection(page.section(), site);
        learned = new LearnedSection(page.section(), site);
        bundle = new BundleSection(page.section(), site, shell -> chooseFile.apply(shell, Purpose.BUNDLE));
        retention.follow(engine);
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
        });
        learned.load();
        site.call(engine -> engine.data().facts(), facts -> {
            data.show(facts);
        });
    }
}
