// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the page, and there the form for a new server. */
public final class AddServerHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        if (kit.views().page(Views.MODELS) instanceof ModelsPane pane) {
            pane.addServer();
        }
        return null;
    }
}
