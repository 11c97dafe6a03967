// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Puts one child into the middle, no wider than the transcript's column. */
final class ColumnLayout extends Layout {

    private static final int MARGIN = Space.L;

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean changed) {
        Control child = composite.getChildren()[0];
        int width = widthHint == SWT.DEFAULT ? Space.READING_WIDTH : column(widthHint);
        Point size = child.computeSize(width, SWT.DEFAULT, changed);
        return new Point(size.x + 2 * MARGIN, size.y + Space.M);
    }

    @Override
    protected void layout(Composite composite, boolean changed) {
        Rectangle area = composite.getClientArea();
        int width = column(area.width);
        composite.getChildren()[0].setBounds((area.width - width) / 2, 0, width, Math.max(area.height - Space.M, 0));
    }

    private static int column(int available) {
        return Math.max(Math.min(available - 2 * MARGIN, Space.READING_WIDTH), 80);
    }
}
