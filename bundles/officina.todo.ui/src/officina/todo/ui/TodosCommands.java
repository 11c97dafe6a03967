// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of the to-do view, bringing the view to the front first. */
public final class TodosCommands extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.TODOS, EPartService.PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof TodosView view && view.pane() instanceof TodosPane pane) {
            run(event.getCommand().getId(), pane);
        }
        return null;
    }

    private static void run(String command, TodosPane pane) {
        switch (command) {
            case "officina.todo.ui.new" -> pane.focusAdd();
            case "officina.todo.ui.filter" -> pane.focusFilter();
            case "officina.todo.ui.undo" -> pane.undo();
            case "officina.todo.ui.redo" -> pane.redo();
            default -> throw new IllegalArgumentException("no command of this view: " + command);
        }
    }
}
