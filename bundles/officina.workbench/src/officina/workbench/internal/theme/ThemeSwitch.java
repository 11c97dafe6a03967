// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

import java.nio.file.Path;
import officina.base.Closeables;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.Following;
import officina.ui.base.UiKit;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the window's theme as the setting says: light, dark, or as the desktop has it. Until the settings are open the
 * theme of the last time holds, which the platform remembers.
 */
@SuppressWarnings("restriction") // the platform has no other way to switch the theme while it runs
public final class ThemeSwitch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ThemeSwitch.class);
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private final UiKit kit;
    private final Path folder;
    private final Display display;
    private final Closeables owned = new Closeables();
    private final Listener systemChanged = _ -> apply();
    private Closeables following = new Closeables();
    private ThemeChoice choice = ThemeChoice.SYSTEM;
    private boolean known;

    /** @param folder what the window keeps lies there */
    public ThemeSwitch(UiKit kit, Path folder) {
        this.kit = kit;
        this.folder = folder;
        display = PlatformUI.getWorkbench().getDisplay();
        display.addListener(SWT.Settings, systemChanged);
        owned.own(() -> display.removeListener(SWT.Settings, systemChanged));
        owned.own(kit.engine().onState(this::engineIs));
        owned.own(() -> following.close());
    }

    private void engineIs(EngineState state) {
        following.close();
        following = new Closeables();
        if (state instanceof EngineState.Ready(Engine engine)) {
            following.own(Following.of(() -> engine.settings().onChange(key -> {
                if (key.equals(ThemeChoice.SETTING)) {
                    kit.ui().post(this::read);
                }
            })));
            read();
        }
    }

    private void read() {
        kit.engine()
                .call(
                        engine -> {
                            ThemeChoice chosen = ThemeChoice.of(engine);
                            chosen.keep(folder);
                            return chosen;
                        },
                        chosen -> {
                            choice = chosen;
                            known = true;
                            apply();
                        },
                        failure -> log.warn("the theme could not be read: {}", failure.code()));
    }

    private void apply() {
        if (!known || display.isDisposed()) {
            return;
        }
        String wanted = choice.isDark() ? DARK : LIGHT;
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        ITheme active = engine.getActiveTheme();
        if (active == null || !active.getId().equals(wanted)) {
            engine.setTheme(wanted, true);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
