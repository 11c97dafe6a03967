// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import officina.ui.base.Palette;
import officina.ui.base.Shade;
import officina.ui.base.StyleSheet;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** What a second start on the same data folder shows instead of a window that could not work. */
public final class InUseWindow {

    private final Display display;
    private final Palette palette;

    /** @param dark whether the window that is open is */
    public InUseWindow(Display display, boolean dark) {
        this.display = display;
        palette = StyleSheet.of(dark);
    }

    /** Stays open until the person has chosen; {@code true} to try again. */
    public boolean open() {
        MessageDialog.setDefaultImages(WindowIcons.images(display));
        return new ThemedDialog().open() == 0;
    }

    /** There is no workbench here that would colour it. */
    private final class ThemedDialog extends MessageDialog {

        ThemedDialog() {
            super(
                    null,
                    Words.PRODUCT.text(),
                    null,
                    Words.IN_USE.text(),
                    INFORMATION,
                    0,
                    Words.TRY_AGAIN.text(),
                    Words.CLOSE.text());
        }

        @Override
        public void create() {
            super.create();
            paint(getShell());
        }

        private void paint(Control control) {
            control.setBackground(color(control instanceof Button ? Shade.HOVER : Shade.SURFACE));
            control.setForeground(color(Shade.TEXT));
            if (control instanceof Composite composite) {
                for (Control child : composite.getChildren()) {
                    paint(child);
                }
            }
        }

        private Color color(Shade shade) {
            return new Color(palette.rgb(shade));
        }
    }
}
