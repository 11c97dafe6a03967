// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.base.Progress;
import officina.base.SecretText;
import officina.engine.ExportedData;
import officina.privacy.ui.PrivacyPane.Purpose;
import officina.privacy.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** An export from the question for a passphrase to its end; ends with the page. UI thread only. */
final class ExportForm {

    private final Section section;
    private final PaneSite site;
    private final PrivacyPane.FileChoice chooseFile;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    ExportForm(Section section, PaneSite site, PrivacyPane.FileChoice chooseFile) {
        this.section = section;
        this.site = site;
        this.chooseFile = chooseFile;
        site.owned().own(() -> cancelled.set(true));
    }

    void open() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.EXPORT_TEXT.text());
        FlatButton[] button = new FlatButton[1];
        NewPassphraseFields[] made = new NewPassphraseFields[1];
        Runnable start = () -> start(made[0]);
        NewPassphraseFields fields = new NewPassphraseFields(
                section,
                opened,
                site,
                Words.EXPORT_PASSPHRASE,
                Words.EXPORT_PLAIN.text(),
                () -> button[0].setEnabled(made[0].same()),
                start);
        made[0] = fields;
        button[0] = section.buttons(
                opened, Words.EXPORT_DO.text(), start, new PaneAction(Words.CANCEL.text(), section::close));
        section.opened(fields.first());
    }

    private void start(NewPassphraseFields fields) {
        if (!fields.same()) {
            return;
        }
        Optional<Path> file =
                chooseFile.apply(site.parent().getShell(), fields.isEmpty() ? Purpose.EXPORT : Purpose.SEALED_EXPORT);
        if (file.isEmpty()) {
            return;
        }
        cancelled.set(false);
        SecretText secret = fields.isEmpty() ? null : fields.secret();
        fields.wipe();
        Composite opened = section.open();
        Label progress = section.label(opened, Type.BODY, Shade.TEXT, Words.EXPORTING_FIRST.text());
        FlatButton cancel = section.buttons(opened, Words.EXPORT_CANCEL.text(), () -> cancelled.set(true));
        section.opened(cancel);
        Coalesced<String> told = site.coalesced(text -> {
            if (!progress.isDisposed()) {
                progress.setText(text);
            }
        });
        Progress following = (written, all) -> {
            if (all > 0) {
                told.set(Words.EXPORTING.text(written, all));
            }
            return !cancelled.get();
        };
        site.call(
                engine -> {
                    try {
                        return secret == null
                                ? engine.data().export(file.get(), following)
                                : engine.data().exportSealed(file.get(), secret, following);
                    } finally {
                        close(secret);
                    }
                },
                this::ended,
                failure -> {
                    close(secret);
                    section.close();
                    if (failure.code().equals(Progress.CANCELLED)) {
                        section.mention(Words.EXPORT_CANCELLED.text());
                    } else {
                        section.object(failure);
                    }
                });
    }

    private void ended(ExportedData done) {
        section.close();
        String file = String.valueOf(done.file().getFileName());
        section.tell((done.encrypted() ? Words.EXPORTED_SEALED : Words.EXPORTED_PLAIN).text(file, done.events()));
    }

    private static void close(@Nullable SecretText secret) {
        if (secret != null) {
            secret.close();
        }
    }
}
