// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import officina.conversation.ui.internal.sessions.SessionsPane;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Carries out the commands about whole conversations, bringing the view Sessions to the front first. */
public final class SessionsCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.SESSIONS, EPartService.PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof SessionsView view && view.pane() instanceof SessionsPane pane) {
            run(event.getCommand().getId(), pane);
        }
        return null;
    }

    private static void run(String command, SessionsPane pane) {
        switch (command) {
            case "officina.conversation.ui.exportSession" -> pane.export();
            case "officina.conversation.ui.importSession" -> pane.importFile();
            case "officina.conversation.ui.deleteSession" -> pane.delete();
            default -> throw new IllegalArgumentException("no command of this view: " + command);
        }
    }
}
