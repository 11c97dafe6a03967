// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.api.language.EntityExtractor;
import officina.todo.ui.model.Words;
import officina.ui.base.Pane;
import officina.ui.base.PaneHandler;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The view in which the person works on to-dos directly. */
public final class TodosView {

    private final PaneHost host;

    /**
     * @param handlers of this part: what is activated there holds while the part is active
     * @param part what it keeps is there again at the next start
     */
    @Inject
    public TodosView(UiKit kit, EHandlerService handlers, MPart part, @Optional @Nullable EntityExtractor extractor) {
        host = new PaneHost(
                kit,
                Words.VIEW.text(),
                (site, engine) -> new TodosPane(site, engine, extractor, part.getPersistedState()));
        handlers.activateHandler(
                "org.eclipse.ui.edit.undo",
                new PaneHandler<>(host, TodosPane.class, TodosPane::listensToUndo, TodosPane::undo));
        handlers.activateHandler(
                "org.eclipse.ui.edit.redo",
                new PaneHandler<>(host, TodosPane.class, TodosPane::listensToUndo, TodosPane::redo));
        handlers.activateHandler(
                "org.eclipse.ui.edit.findReplace",
                new PaneHandler<>(host, TodosPane.class, _ -> true, TodosPane::focusFilter));
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
