// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

class SmallPngTests {

    @Test
    void a_picture_of_few_colours_stays_as_it_is() throws IOException {
        int[] pixels = new int[30 * 20];
        Arrays.setAll(pixels, i -> i % 200 * 0x010203);

        assertArrayEquals(pixels, read(SmallPng.of(30, 20, pixels)));
    }

    @Test
    void of_many_colours_each_becomes_one_like_it_and_a_rare_one_stays() throws IOException {
        int[] pixels = new int[200 * 100];
        Arrays.setAll(pixels, i -> i % 2_000 / 8 * 0x010101 ^ i % 8);
        pixels[777] = 0xe01030;

        int[] read = read(SmallPng.of(200, 100, pixels));

        assertEquals(0xe01030, read[777]);
        for (int i = 0; i < pixels.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int off = (pixels[i] >> shift & 0xff) - (read[i] >> shift & 0xff);
                assertTrue(Math.abs(off) < 12, "pixel " + i + " is off by " + off);
            }
        }
    }

    private static int[] read(byte[] png) {
        ImageData data = new ImageData(new ByteArrayInputStream(png));
        int[] pixels = new int[data.width * data.height];
        Arrays.setAll(pixels, i -> {
            RGB colour = data.palette.getRGB(data.getPixel(i % data.width, i / data.width));
            return colour.red << 16 | colour.green << 8 | colour.blue;
        });
        return pixels;
    }
}
