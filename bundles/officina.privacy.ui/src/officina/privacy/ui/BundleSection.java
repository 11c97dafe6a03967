// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import officina.privacy.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import org.eclipse.swt.widgets.Shell;

/** What can be handed to who looks for a defect. */
final class BundleSection {

    private final Section section;
    private final PaneSite site;
    private final Function<Shell, Optional<Path>> chooseFile;

    BundleSection(Section section, PaneSite site, Function<Shell, Optional<Path>> chooseFile) {
        this.section = section.titled(Words.BUNDLE_TITLE.text());
        this.site = site;
        this.chooseFile = chooseFile;
        section.show(
                Icon.INFO,
                Shade.MUTED,
                Words.BUNDLE_STATE.text(),
                Words.BUNDLE_MEANING.text(),
                new PaneAction(Words.BUNDLE.text(), this::write));
    }

    /** Asks where to, and writes it. */
    void write() {
        chooseFile
                .apply(site.parent().getShell())
                .ifPresent(file -> site.call(
                        engine -> {
                            engine.diagnostics().bundle(file);
                            return file;
                        },
                        written -> section.tell(Words.BUNDLE_DONE.text(String.valueOf(written.getFileName()))),
                        section::object));
    }
}
