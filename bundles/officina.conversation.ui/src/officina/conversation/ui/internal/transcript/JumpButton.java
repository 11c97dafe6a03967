// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The round button that leads to the end of a transcript, shown while the end is out of sight. */
final class JumpButton {

    private static final int SIZE = 34;

    private final Ink ink;
    private Rectangle area = new Rectangle(0, 0, 0, 0);
    private boolean hot;

    JumpButton(Ink ink) {
        this.ink = ink;
    }

    void draw(GC gc, Rectangle canvas, boolean shown) {
        if (!shown) {
            area = new Rectangle(0, 0, 0, 0);
            return;
        }
        area = new Rectangle((canvas.width - SIZE) / 2, canvas.height - SIZE - Space.M, SIZE, SIZE);
        ink.fill(gc, hot ? Shade.HOVER : Shade.RAISED, area.x, area.y, SIZE, SIZE, SIZE / 2);
        ink.outline(gc, Shade.BORDER_STRONG, area.x, area.y, SIZE, SIZE, SIZE / 2);
        int inset = (SIZE - Space.ICON) / 2;
        gc.drawImage(ink.icons().image(Icon.ARROW_DOWN, Shade.TEXT, Space.ICON), area.x + inset, area.y + inset);
    }

    boolean contains(int x, int y) {
        return area.contains(x, y);
    }

    /** Says whether the pointer is on it; {@code true} when that has changed. */
    boolean hover(boolean over) {
        boolean changed = hot != over;
        hot = over;
        return changed;
    }
}
