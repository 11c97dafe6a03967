// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import officina.ui.base.Pane;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** Preferences as a view; it opens at the page that was looked at last. */
public final class PreferencesView {

    private static final String PAGE = "page";

    private final UiKit kit;
    private final MPart part;
    private @Nullable PreferencesFrame frame;

    @Inject
    public PreferencesView(UiKit kit, MPart part) {
        this.kit = kit;
        this.part = part;
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        PreferencesFrame made = new PreferencesFrame(
                parent, kit, Pages.of(kit), page -> part.getPersistedState().put(PAGE, page));
        made.turn(part.getPersistedState().getOrDefault(PAGE, Views.GENERAL));
        frame = made;
    }

    @Focus
    void focus() {
        if (frame != null) {
            frame.focus();
        }
    }

    /** Shows a page and gives it the keyboard; its content, where there is one now. */
    public @Nullable Pane show(String page) {
        PreferencesFrame shown = frame;
        if (shown == null) {
            return null;
        }
        shown.turn(page);
        shown.enter();
        return shown.pane();
    }
}
