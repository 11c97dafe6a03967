// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.command;

import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Turns the window to a new conversation. */
public final class NewConversationHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        kit.current().open(null);
        kit.views().show(Views.CONVERSATION);
        return null;
    }
}
