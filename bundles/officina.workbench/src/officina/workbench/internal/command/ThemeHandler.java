// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.command;

import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.ui.base.UiKit;
import officina.workbench.internal.theme.ThemeChoice;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one value of the theme setting; the window hears of it and changes. */
public final class ThemeHandler extends AbstractHandler implements IExecutableExtension {

    private static final Logger log = LoggerFactory.getLogger(ThemeHandler.class);

    private String value = "system";

    @Override
    public void setInitializationData(IConfigurationElement element, String property, @Nullable Object data) {
        value = String.valueOf(data);
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        kit.engine()
                .call(
                        engine -> {
                            engine.settings().set(ThemeChoice.SETTING, SettingScope.GLOBAL, null, new JsonText(value));
                            return true;
                        },
                        _ -> {},
                        failure -> log.warn("the theme was not changed: {}", failure.code()));
        return null;
    }
}
