// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the page of Preferences that the command is about. */
public final class PreferencesHandler extends AbstractHandler implements IExecutableExtension {

    private String page = Views.GENERAL;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, @Nullable Object data) {
        page = Views.PREFERENCES + "." + data;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        HandlerUtil.getActiveWorkbenchWindowChecked(event)
                .getService(UiKit.class)
                .views()
                .show(page);
        return null;
    }
}
