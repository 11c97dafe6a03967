// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the page, and there what the command is about. */
public final class PrivacyCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        if (kit.views().page(Views.PRIVACY) instanceof PrivacyPane pane) {
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
            default -> throw new IllegalArgumentException("no command of this page: " + command);
        }
    }
}
