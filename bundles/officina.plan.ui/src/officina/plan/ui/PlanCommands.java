// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of the plan view, bringing the view to the front first. */
public final class PlanCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.PLAN, EPartService.PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof PlanView view && view.pane() instanceof PlanPane pane) {
            run(event.getCommand().getId(), pane);
        }
        return null;
    }

    private static void run(String command, PlanPane pane) {
        switch (command) {
            case "officina.plan.ui.approve" -> pane.approve();
            case "officina.plan.ui.reject" -> pane.reject();
            case "officina.plan.ui.undo" -> pane.turnAround();
            default -> throw new IllegalArgumentException("no command of this view: " + command);
        }
    }
}
