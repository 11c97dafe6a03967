// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.talk.ConversationPane;
import officina.ui.base.OpenedDocument;
import officina.ui.base.Pane;
import officina.ui.base.PaneHandler;
import officina.ui.base.PaneHost;
import officina.ui.base.PassphraseForm;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The view in which the person talks with agents. While the data is locked it is where the passphrase is typed. */
public final class ConversationView {

    private final PaneHost host;

    /**
     * @param handlers of this part: what is activated there holds while the part is active
     * @param opened where documents that an answer cites are shown
     */
    @Inject
    public ConversationView(UiKit kit, EHandlerService handlers, OpenedDocument opened) {
        host = new PaneHost(
                kit,
                Words.TRANSCRIPT.text(),
                (site, _) -> new ConversationPane(site, document -> {
                    opened.open(document);
                    kit.views().show(Views.DOCUMENT);
                }),
                parent -> new PassphraseForm(parent, kit).control());
        handlers.activateHandler("officina.conversation.ui.find", command(ConversationPane::find));
        handlers.activateHandler("officina.conversation.ui.switchMode", command(ConversationPane::switchMode));
        handlers.activateHandler("officina.conversation.ui.attach", command(ConversationPane::askForFiles));
        handlers.activateHandler("officina.conversation.ui.chooseModel", command(ConversationPane::chooseModel));
    }

    private PaneHandler<ConversationPane> command(Consumer<ConversationPane> run) {
        return new PaneHandler<>(host, ConversationPane.class, _ -> true, run);
    }

    /** The content, where there is one now. */
    @Nullable
    Pane pane() {
        return host.pane();
    }

    @PostConstruct
    void create(Composite parent) {
        host.create(parent);
    }

    @Focus
    void focus() {
        host.focus();
    }
}
