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

    private record Key(Icon icon, RGB colour, int size) {}

    private final Device device;
    private final Theme theme;
    private final IconFiles files;
    private final Map<Key, Image> images = new HashMap<>();

    public Icons(Device device, Theme theme) {
        this.device = device;
        this.theme = theme;
        files = new IconFiles();
    }

    /** The icon as it is coloured now; ask again after a change of theme, or use {@link #bind}. */
    public Image image(Icon icon, Shade shade, int size) {
        return images.computeIfAbsent(
                new Key(icon, theme.color(shade).getRGB(), size), key -> new Image(device, drawing(key)));
    }

    /** For JFace, as it is coloured now. */
    public ImageDescriptor descriptor(Icon icon, Shade shade, int size) {
        return ImageDescriptor.createFromImageDataProvider(
                drawing(new Key(icon, theme.color(shade).getRGB(), size)));
    }

    /** Shows the icon in a label, now and after each change of theme. */
    public void show(Label label, Icon icon, Shade shade, int size) {
        bind(label, icon, shade, size, label::setImage);
    }

    /** Shows the icon in a button, now and after each change of theme. */
    public void show(Button button, Icon icon, Shade shade, int size) {
        bind(button, icon, shade, size, button::setImage);
    }

    /** Shows the icon in a tool item, now and after each change of theme; grey where it is switched off. */
    public void show(ToolItem item, Icon icon, Shade shade, int size) {
        bind(item, icon, shade, size, item::setImage);
        bind(item, icon, Shade.FAINT, size, item::setDisabledImage);
    }

    /** Gives the image to the setter now and after each change of theme, as long as the widget lives. */
    public void bind(Widget owner, Icon icon, Shade shade, int size, Consumer<Image> setter) {
        setter.accept(image(icon, shade, size));
        Owned.by(owner).own(theme.onChange(() -> setter.accept(image(icon, shade, size))));
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
