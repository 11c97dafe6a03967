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
import java.util.Properties;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Reads the drawings of the icon family and turns them into pixels. */
final class IconFiles {

    private static final String FAMILY = "org.webjars.npm.lucide-static";

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
        return entry(Folder.PATH + name);
    }

    /** Where the drawings lie; named by the family's version, which is read once. */
    private static final class Folder {
        private static final String MAVEN = "META-INF/maven/org.webjars.npm/lucide-static/pom.properties";
        private static final String PATH = "META-INF/resources/webjars/lucide-static/" + version() + "/icons/";

        private static String version() {
            URL properties = entry(MAVEN);
            if (properties == null) {
                throw new IllegalStateException("the icon family is missing");
            }
            try (InputStream in = properties.openStream()) {
                Properties read = new Properties();
                read.load(in);
                return read.getProperty("version");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** By its whole path: its archive has thousands of files, which nobody should list. Outside OSGi from the class path. */
    private static @Nullable URL entry(String path) {
        Bundle here = FrameworkUtil.getBundle(IconFiles.class);
        if (here == null) {
            return IconFiles.class.getResource("/" + path);
        }
        for (Bundle each : here.getBundleContext().getBundles()) {
            if (FAMILY.equals(each.getSymbolicName())) {
                return each.getEntry(path);
            }
        }
        return null;
    }
}
