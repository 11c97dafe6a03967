// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

import java.util.concurrent.CopyOnWriteArrayList;
import officina.ui.base.Palette;
import officina.ui.base.Shade;
import officina.ui.base.UiThread;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

/** The colour definitions of the workbench, which its style sheets set for each theme. UI thread only. */
public final class WorkbenchPalette implements Palette {

    private final UiThread ui;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean told;

    public WorkbenchPalette(UiThread ui) {
        this.ui = ui;
    }

    /** Begins to listen for other colours; call when the workbench runs. Close the result before it ends. */
    public AutoCloseable attach() {
        // a change of theme changes every colour one by one
        IPropertyChangeListener listener = _ -> tellOnce();
        ColorRegistry colours = registry();
        colours.addListener(listener);
        return () -> colours.removeListener(listener);
    }

    @Override
    public RGB rgb(Shade shade) {
        RGB rgb = registry().getRGB(shade.id());
        if (rgb == null) {
            throw new IllegalStateException("no colour is defined for " + shade.id());
        }
        return rgb;
    }

    @Override
    public boolean dark() {
        RGB ground = rgb(Shade.SURFACE);
        return ground.red + ground.green + ground.blue < 3 * 128;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tellOnce() {
        if (!told) {
            told = true;
            ui.post(() -> {
                told = false;
                listeners.forEach(Runnable::run);
            });
        }
    }

    private static ColorRegistry registry() {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
    }
}
