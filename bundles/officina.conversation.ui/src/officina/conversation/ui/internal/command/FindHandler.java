// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.command;

import officina.conversation.ui.internal.talk.ConversationPane;
import officina.ui.base.PaneHost;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Opens the find bar of the conversation. */
public final class FindHandler {

    /** As in plugin.xml. */
    public static final String COMMAND = "officina.conversation.ui.find";

    private final PaneHost host;

    public FindHandler(PaneHost host) {
        this.host = host;
    }

    @CanExecute
    boolean canExecute() {
        return host.pane() instanceof ConversationPane;
    }

    @Execute
    void execute() {
        if (host.pane() instanceof ConversationPane pane) {
            pane.find();
        }
    }
}
