// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import officina.ui.base.UiKit;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the command palette. */
public final class PaletteHandler extends AbstractHandler {

    /** As in plugin.xml. */
    static final String COMMAND = "officina.workbench.palette";

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        UiKit kit = window.getService(UiKit.class);
        new CommandPalette(window.getShell(), kit, new PaletteEntries(window, kit).collect()).open();
        return null;
    }
}
