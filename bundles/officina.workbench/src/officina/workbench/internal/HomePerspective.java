// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.ui.base.Views;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IViewLayout;

/** Home: sessions left, conversation centre, to-dos, plan and knowledge right, activity below. */
public final class HomePerspective implements IPerspectiveFactory {

    /** As in plugin.xml. */
    public static final String ID = "officina.workbench.home";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String editors = layout.getEditorArea();
        layout.createFolder("officina.left", IPageLayout.LEFT, 0.20f, editors).addView(Views.SESSIONS);
        IFolderLayout right = layout.createFolder("officina.right", IPageLayout.RIGHT, 0.66f, editors);
        right.addView(Views.TODOS);
        right.addView(Views.PLAN);
        right.addView(Views.KNOWLEDGE);
        layout.createFolder("officina.bottom", IPageLayout.BOTTOM, 0.70f, editors)
                .addView(Views.ACTIVITY);
        IFolderLayout centre = layout.createFolder("officina.centre", IPageLayout.TOP, 0.5f, editors);
        centre.addView(Views.CONVERSATION);
        centre.addPlaceholder(Views.DOCUMENT);
        centre.addPlaceholder(Views.PREFERENCES);
        centre.addPlaceholder(Views.AUTOMATIONS);
        centre.addPlaceholder(Views.PROCESSES);
        centre.addPlaceholder(Views.DIAGNOSTICS);
        for (String view : new String[] {
            Views.SESSIONS, Views.CONVERSATION, Views.PLAN, Views.TODOS, Views.KNOWLEDGE, Views.ACTIVITY
        }) {
            layout.addShowViewShortcut(view);
            IViewLayout placed = layout.getViewLayout(view);
            if (placed != null) {
                placed.setCloseable(false);
            }
        }
    }
}
