// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.command;

import java.util.List;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Gives the keyboard to the next pane that is open, in the order of the Home perspective; backwards where told so. */
public final class NextPaneHandler extends AbstractHandler implements IExecutableExtension {

    private static final List<String> ORDER =
            List.of(Views.SESSIONS, Views.CONVERSATION, Views.TODOS, Views.PLAN, Views.KNOWLEDGE, Views.ACTIVITY);

    private int step = 1;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, @Nullable Object data) {
        step = "back".equals(data) ? -1 : 1;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        IWorkbenchPart active = page.getActivePart();
        int at = active == null ? -1 : ORDER.indexOf(active.getSite().getId());
        for (int i = 1; i <= ORDER.size(); i++) {
            String view = ORDER.get(Math.floorMod(Math.max(at, 0) + i * step, ORDER.size()));
            if (page.findView(view) != null) {
                window.getService(UiKit.class).views().show(view);
                return null;
            }
        }
        return null;
    }
}
