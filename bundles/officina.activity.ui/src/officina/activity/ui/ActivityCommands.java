// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of the activity view, bringing the view to the front first. */
public final class ActivityCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.ACTIVITY, EPartService.PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof ActivityView view && view.pane() instanceof ActivityPane pane) {
            run(event.getCommand().getId(), pane);
        }
        return null;
    }

    private static void run(String command, ActivityPane pane) {
        switch (command) {
            case "officina.activity.ui.filter" -> pane.focusFilter();
            case "officina.activity.ui.export" -> pane.export();
            default -> throw new IllegalArgumentException("no command of this view: " + command);
        }
    }
}
