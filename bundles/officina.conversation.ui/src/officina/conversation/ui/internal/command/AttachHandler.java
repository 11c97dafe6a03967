// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.command;

import officina.conversation.ui.internal.talk.ConversationPane;
import officina.ui.base.PaneHost;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** Asks for files that go with the next message. */
public final class AttachHandler {

    /** As in plugin.xml. */
    public static final String COMMAND = "officina.conversation.ui.attach";

    private final PaneHost host;

    public AttachHandler(PaneHost host) {
        this.host = host;
    }

    @CanExecute
    boolean canExecute() {
        return host.pane() instanceof ConversationPane;
    }

    @Execute
    void execute() {
        if (host.pane() instanceof ConversationPane pane) {
            pane.askForFiles();
        }
    }
}
