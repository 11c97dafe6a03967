// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import officina.ui.base.SvgText;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;

/** The product's sign in one size, sharp at every zoom. */
record LogoDrawing(int size) implements ImageDataProvider {

    @Override
    public ImageData getImageData(int zoom) {
        int pixels = Math.round(size * zoom / 100f);
        try (InputStream in = LogoDrawing.class.getResourceAsStream("/icons/officina.svg")) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("width=\"64\" height=\"64\"", "width=\"%1$d\" height=\"%1$d\"".formatted(pixels));
            return SvgText.drawn(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
