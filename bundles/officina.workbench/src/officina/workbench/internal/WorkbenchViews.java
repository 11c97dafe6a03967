// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.activity.ui.ActivityPane;
import officina.activity.ui.ActivityView;
import officina.api.id.PluginId;
import officina.base.Redacted;
import officina.plugins.ui.PluginsPane;
import officina.ui.base.ActivityPlace;
import officina.ui.base.Pane;
import officina.ui.base.Views;
import officina.workbench.internal.preferences.PreferencesView;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings views of the active window to the front, and the pages of Preferences. */
final class WorkbenchViews implements Views {

    private static final Logger log = LoggerFactory.getLogger(WorkbenchViews.class);
    private static final String PAGES = PREFERENCES + ".";

    @Override
    public void show(String view) {
        if (view.startsWith(PAGES)) {
            page(view);
        } else {
            open(view);
        }
    }

    @Override
    public void activity(ActivityPlace place) {
        IWorkbenchWindow window = open(ACTIVITY);
        MPart part = window.getService(EPartService.class).findPart(ACTIVITY);
        if (part != null && part.getObject() instanceof ActivityView view && view.pane() instanceof ActivityPane pane) {
            pane.look(place);
        }
    }

    @Override
    public void plugin(PluginId plugin) {
        if (page(PLUGINS) instanceof PluginsPane pane) {
            pane.look(plugin);
        }
    }

    @Override
    public @Nullable Pane page(String page) {
        IWorkbenchWindow window = open(PREFERENCES);
        MPart part = window.getService(EPartService.class).findPart(PREFERENCES);
        return part != null && part.getObject() instanceof PreferencesView preferences ? preferences.show(page) : null;
    }

    private static IWorkbenchWindow open(String view) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        }
        try {
            window.getActivePage().showView(view);
        } catch (PartInitException e) {
            log.error("view {} did not open", view, Redacted.of(e));
        }
        return window;
    }
}
