// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Makes a native table look like the rest: higher rows, the theme's colours for ground, header, selection and pointer, and
 * an ellipsis where a text is cut. Texts, images and colours are those of the items. UI thread only.
 */
public final class CalmTable {

    private static final String DOT = " · ";
    private static final boolean GTK = "gtk".equals(SWT.getPlatform());

    private final UiKit kit;
    private final Table table;
    private final int height;

    private CalmTable(Table table, UiKit kit) {
        this.kit = kit;
        this.table = table;
        GC gc = new GC(table);
        try {
            height = gc.getFontMetrics().getHeight() + 2 * Space.S - Space.XS / 2;
        } finally {
            gc.dispose();
        }
    }

    /** From now on; call it once, before the table has items. */
    public static void apply(Table table, UiKit kit) {
        CalmTable calm = new CalmTable(table, kit);
        calm.colour();
        kit.theme().paint(table, Shade.SURFACE, Shade.TEXT);
        Owned.by(table).own(kit.theme().onChange(calm::colour));
        table.addListener(SWT.MeasureItem, event -> event.height = Math.max(event.height, calm.height));
        table.addListener(SWT.EraseItem, calm::erase);
        table.addListener(SWT.PaintItem, calm::paint);
        table.addListener(SWT.FocusIn, _ -> table.redraw());
        table.addListener(SWT.FocusOut, _ -> table.redraw());
    }

    /** What of the table is looked at, taken before its rows change. */
    public static Place place(Table table) {
        return new Place(table.getTopIndex(), table.getVerticalBar().getSelection());
    }

    /** A place in a table: the topmost row, and how far the table was scrolled. */
    public record Place(int top, int scrolled) {

        /** Scrolls the table, or the one in its place, so that the row that is now at that index is where the topmost was. */
        public void restore(Table table, int newTop) {
            if (GTK) {
                // exact to the point and at once; by the index it is done later and only to the row
                int offset = scrolled + (newTop - top) * table.getItemHeight();
                table.getVerticalBar().setSelection(Math.max(0, offset));
            } else {
                table.setTopIndex(Math.max(0, newTop));
            }
        }
    }

    private void colour() {
        table.setHeaderBackground(kit.theme().color(Shade.SURFACE));
        table.setHeaderForeground(kit.theme().color(Shade.MUTED));
        if ((table.getStyle() & SWT.VIRTUAL) != 0) {
            // the rows' own colours are set anew when they are looked at
            table.clearAll();
        }
    }

    private void erase(Event event) {
        boolean selected = (event.detail & SWT.SELECTED) != 0;
        boolean hot = (event.detail & SWT.HOT) != 0;
        Shade ground = selected ? Shade.SELECTED : hot ? Shade.HOVER : Shade.SURFACE;
        event.gc.setBackground(kit.theme().color(ground));
        event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        if (selected && event.index == 0 && table.isFocusControl()) {
            event.gc.setBackground(kit.theme().color(Shade.FOCUS));
            event.gc.fillRectangle(event.x, event.y, 2, event.height);
        }
        event.detail &= ~(SWT.SELECTED | SWT.HOT | SWT.FOCUSED | SWT.BACKGROUND | SWT.FOREGROUND);
    }

    private void paint(Event event) {
        TableItem item = (TableItem) event.item;
        Rectangle whole = item.getBounds(event.index);
        int middle = event.y + event.height / 2;
        GC gc = event.gc;
        // right below the header's text, whether or not other rows have an icon; the box of a row goes before
        boolean boxed = event.index == 0 && (table.getStyle() & SWT.CHECK) != 0;
        int x = boxed ? item.getTextBounds(0).x : whole.x + Space.XS / 2;
        Image image = item.getImage(event.index);
        if (image != null) {
            Rectangle size = image.getBounds();
            gc.drawImage(image, x, middle - size.height / 2);
            x += size.width + Space.XS;
        }
        Color ink = item.getForeground(event.index);
        gc.setForeground(ink);
        gc.setFont(item.getFont(event.index));
        int room = whole.x + whole.width - x - Space.S;
        String text = item.getText(event.index);
        int remark = text.lastIndexOf(DOT);
        if (image != null && remark > 0 && gc.textExtent(text).x > room) {
            // the icon says it as well
            text = text.substring(0, remark);
        }
        text = Clip.line(gc, text, room);
        Point extent = gc.textExtent(text);
        gc.drawText(text, x, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
    }
}
