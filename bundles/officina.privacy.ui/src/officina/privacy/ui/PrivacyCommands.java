// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the page, and there what the command is about. */
public final class PrivacyCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.PRIVACY, EPartService.PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof PrivacyView view && view.pane() instanceof PrivacyPane pane) {
            run(event.getCommand().getId(), pane);
        }
        return null;
    }

    private static void run(String command, PrivacyPane pane) {
        switch (command) {
            case "officina.privacy.ui.passphrase" -> pane.changePassphrase();
            case "officina.privacy.ui.phrase" -> pane.makePhrase();
            case "officina.privacy.ui.export" -> pane.export();
            case "officina.privacy.ui.bundle" -> pane.writeBundle();
            default -> throw new IllegalArgumentException("no command of this view: " + command);
        }
    }
}
