// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.base.Closeables;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * Colours and fonts of all views, by purpose. Colours follow the theme while the program runs; what {@link #paint} has
 * coloured is coloured anew, what draws itself redraws on {@link #onChange}. UI thread only.
 */
public final class Theme implements AutoCloseable {

    /** Set on a widget, it keeps the platform's style sheets away from it. */
    private static final String OWN_STYLE = "org.eclipse.e4.ui.css.disabled";

    /** Where a widget keeps how it was painted last. */
    private static final String PAINTED = Theme.class.getName();

    private record Painted(Shade ground, Shade text) {}

    /** Lines of text up to this height fit lengths as they were designed. */
    private static final double DESIGNED_LINE = 20;

    private final Device device;
    private final double textScale;
    private final Palette palette;
    private final ResourceManager fonts;
    private final Map<Type, Font> byType = new EnumMap<>(Type.class);
    private final Map<Shade, Color> byShade = new EnumMap<>(Shade.class);
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Closeables owned = new Closeables();
    private double growth;

    /** With text of the size that the person has chosen for the system. */
    public Theme(Device device, Palette palette, ResourceManager resources) {
        this(device, palette, resources, 1);
    }

    /** @param textScale how many times larger than the system's the text is */
    public Theme(Device device, Palette palette, ResourceManager resources, double textScale) {
        this.device = device;
        this.textScale = textScale;
        this.palette = palette;
        fonts = new LocalResourceManager(resources);
        owned.own(palette.onChange(this::changed));
    }

    public Color color(Shade shade) {
        return byShade.computeIfAbsent(shade, wanted -> new Color(palette.rgb(wanted)));
    }

    public boolean dark() {
        return palette.dark();
    }

    public Font font(Type type) {
        return byType.computeIfAbsent(type, wanted -> fonts.create(descriptor(wanted)));
    }

    /**
     * A length that goes with text, such as the height of a button or an icon beside a word: as it was designed, and more
     * where the person's text is larger. What the screen's zoom does to all lengths is done besides.
     */
    public int sized(int points) {
        if (growth == 0) {
            GC gc = new GC(device);
            try {
                gc.setFont(font(Type.BODY));
                growth = Math.max(1, gc.getFontMetrics().getHeight() / DESIGNED_LINE);
            } finally {
                gc.dispose();
            }
        }
        return (int) Math.round(points * growth);
    }

    /** Colours a control for good: now and whenever the theme changes. The platform's style sheets leave it alone. */
    public void paint(Control control, Shade ground, Shade text) {
        control.setData(OWN_STYLE, Boolean.TRUE);
        boolean known = control.getData(PAINTED) != null;
        control.setData(PAINTED, new Painted(ground, text));
        paint(control);
        if (!known) {
            Owned.by(control).own(onChange(() -> paint(control)));
        }
    }

    private void paint(Control control) {
        if (control.getData(PAINTED) instanceof Painted(Shade ground, Shade text)) {
            control.setBackground(color(ground));
            control.setForeground(color(text));
        }
    }

    /** Calls the listener after colours have changed, with {@link #color} giving the new ones. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        byShade.clear();
        listeners.forEach(Runnable::run);
    }

    private FontDescriptor descriptor(Type type) {
        FontData system = device.getSystemFont().getFontData()[0];
        int height = (int) Math.round(system.getHeight() * textScale * type.scale());
        FontData base = type.fixedWidth() ? fixedWidth(system) : system;
        return FontDescriptor.createFrom(new FontData(base.getName(), Math.max(height, 6), type.style()));
    }

    /** The person's text font; without a workbench there is none. */
    private static FontData fixedWidth(FontData otherwise) {
        FontData[] chosen = JFaceResources.getFontRegistry().getFontData(JFaceResources.TEXT_FONT);
        return chosen == null || chosen.length == 0 || chosen[0] == null
                ? new FontData("Monospace", otherwise.getHeight(), SWT.NORMAL)
                : chosen[0];
    }

    @Override
    public void close() {
        owned.close();
        fonts.dispose();
    }
}
