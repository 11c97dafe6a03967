// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/**
 * Draws icons in the colours of the theme, sharp at every zoom of the screen. The images belong to this object; callers
 * never dispose them. UI thread only.
 */
public final class Icons implements AutoCloseable {

    /** Where a widget keeps which icon it shows. */
    private static final String SHOWN = Icons.class.getName();

    private static final String DISABLED = SHOWN + ".disabled";

    private record Key(Icon icon, RGB colour, int size) {}

    private record Shown(Icon icon, Shade shade, int size) {}

    private final Device device;
    private final Theme theme;
    private final IconFiles files;
    private final Map<Key, Image> images = new HashMap<>();

    public Icons(Device device, Theme theme) {
        this.device = device;
        this.theme = theme;
        files = new IconFiles();
    }

    /** The icon as it is coloured now; ask again after a change of theme. */
    public Image image(Icon icon, Shade shade, int size) {
        return images.computeIfAbsent(
                new Key(icon, theme.color(shade).getRGB(), size), key -> new Image(device, drawing(key)));
    }

    /** For JFace, as it is coloured now. */
    public ImageDescriptor descriptor(Icon icon, Shade shade, int size) {
        return ImageDescriptor.createFromImageDataProvider(
                drawing(new Key(icon, theme.color(shade).getRGB(), size)));
    }

    /** Shows the icon in a label, now and after each change of theme, in the place of the one before. */
    public void show(Label label, Icon icon, Shade shade, int size) {
        bind(label, new Shown(icon, shade, size), SHOWN, label::setImage);
    }

    /** Shows the icon in a button, now and after each change of theme, in the place of the one before. */
    public void show(Button button, Icon icon, Shade shade, int size) {
        bind(button, new Shown(icon, shade, size), SHOWN, button::setImage);
    }

    /** Shows the icon in a tool item, now and after each change of theme; grey where it is switched off. */
    public void show(ToolItem item, Icon icon, Shade shade, int size) {
        bind(item, new Shown(icon, shade, size), SHOWN, item::setImage);
        bind(item, new Shown(icon, Shade.FAINT, size), DISABLED, item::setDisabledImage);
    }

    /** @param slot where the widget keeps which icon it is */
    private void bind(Widget widget, Shown shown, String slot, Consumer<Image> setter) {
        boolean known = widget.getData(slot) != null;
        widget.setData(slot, shown);
        Runnable set = () -> {
            if (widget.getData(slot) instanceof Shown(Icon icon, Shade shade, int size)) {
                setter.accept(image(icon, shade, size));
            }
        };
        set.run();
        if (!known) {
            Owned.by(widget).own(theme.onChange(set));
        }
    }

    private ImageDataProvider drawing(Key key) {
        return zoom -> files.drawn(key.icon(), key.colour(), Math.round(key.size() * zoom / 100f));
    }

    @Override
    public void close() {
        images.values().forEach(Image::dispose);
        images.clear();
    }
}
