// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Reads the drawings of the icon family and turns them into pixels. */
final class IconFiles {

    private static final String FAMILY = "org.webjars.npm.lucide-static";
    private static final String FOLDER = "META-INF/resources/webjars/lucide-static/";

    private final Map<Icon, String> drawings = new EnumMap<>(Icon.class);

    /** The icon in one colour, as a square of so many pixels. */
    public ImageData drawn(Icon icon, RGB colour, int pixels) {
        return SvgText.drawn(SvgText.coloured(drawings.computeIfAbsent(icon, IconFiles::read), hex(colour), pixels));
    }

    private static String hex(RGB colour) {
        return "#%02x%02x%02x".formatted(colour.red, colour.green, colour.blue);
    }

    private static String read(Icon icon) {
        URL file = find(icon.file() + ".svg");
        if (file == null) {
            throw new IllegalStateException("the icon family has no " + icon.file());
        }
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable URL find(String name) {
        Bundle here = FrameworkUtil.getBundle(IconFiles.class);
        if (here == null) {
            return IconFiles.class.getResource("/" + FOLDER + version() + "/icons/" + name);
        }
        for (Bundle each : here.getBundleContext().getBundles()) {
            if (FAMILY.equals(each.getSymbolicName())) {
                var found = each.findEntries(FOLDER, name, true);
                return found == null ? null : found.nextElement();
            }
        }
        return null;
    }

    /** Outside OSGi the family lies on the class path, in a folder of its version. */
    private static String version() {
        URL marker = IconFiles.class.getResource("/META-INF/maven/org.webjars.npm/lucide-static/pom.properties");
        if (marker == null) {
            throw new IllegalStateException("the icon family is not on the class path");
        }
        try (InputStream in = marker.openStream()) {
            var properties = new java.util.Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
