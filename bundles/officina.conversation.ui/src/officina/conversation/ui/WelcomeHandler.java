// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import officina.conversation.ui.internal.talk.ConversationPane;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Shows around in an empty conversation, as a newcomer sees it. */
public final class WelcomeHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        EPartService parts = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(EPartService.class);
        MPart part = parts.showPart(Views.CONVERSATION, EPartService.PartState.ACTIVATE);
        if (part != null
                && part.getObject() instanceof ConversationView view
                && view.pane() instanceof ConversationPane pane) {
            pane.tour();
        }
        return null;
    }
}
