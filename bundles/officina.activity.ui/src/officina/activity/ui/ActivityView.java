// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import officina.activity.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHandler;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** The view of everything of consequence that happened. */
public final class ActivityView {

    private final PaneHost host;

    /** @param handlers of this part: what is activated there holds while the part is active */
    @Inject
    public ActivityView(UiKit kit, EHandlerService handlers) {
        host = new PaneHost(
                kit, Words.VIEW.text(), (site, engine) -> new ActivityPane(site, engine, ActivityView::askForFile));
        handlers.activateHandler(
                "org.eclipse.ui.edit.findReplace",
                new PaneHandler<>(host, ActivityPane.class, _ -> true, ActivityPane::focusFilter));
    }

    /** The content, where there is one now. */
    public @Nullable Pane pane() {
        return host.pane();
    }

    @PostConstruct
    void create(Composite parent) {
        host.create(parent);
    }

    @Focus
    void focus() {
        host.focus();
    }

    private static Optional<Path> askForFile(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Words.EXPORT_WHY.text());
        dialog.setFileName(Words.EXPORT_FILE.text());
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
