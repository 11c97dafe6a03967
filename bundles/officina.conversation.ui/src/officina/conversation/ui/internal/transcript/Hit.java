// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A part of a row that can be clicked or reached with Tab.
 *
 * @param label what it does, for tooltips and screen readers
 * @param areas where it is, relative to the row
 */
record Hit(String label, Target target, List<Rectangle> areas) {

    boolean contains(int x, int y) {
        return areas.stream().anyMatch(area -> area.contains(x, y));
    }

    Rectangle bounds() {
        return areas.stream().reduce(Rectangle::union).orElseGet(() -> new Rectangle(0, 0, 0, 0));
    }
}
