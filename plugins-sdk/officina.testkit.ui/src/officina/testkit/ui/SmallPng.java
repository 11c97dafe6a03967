// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture as a PNG with a palette, a third of the size of one without. A window has few colours; where there are
 * more than fit, which are the seams of letters, some become the nearest of the others.
 */
final class SmallPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST = 256;
    private static final int FREQUENT = 160;

    private SmallPng() {}

    /** @param pixels rows from the top, each pixel 0xRRGGBB */
    static byte[] of(int width, int height, int[] pixels) throws IOException {
        List<Integer> palette = palette(pixels);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream numbers = new DataOutputStream(head);
        numbers.writeInt(width);
        numbers.writeInt(height);
        // 8 bits a pixel, of a palette, with the one way there is to compress and to filter, not interlaced
        numbers.write(new byte[] {8, 3, 0, 0, 0});
        chunk(file, "IHDR", head.toByteArray());
        chunk(file, "PLTE", colours(palette));
        chunk(file, "IDAT", compressed(width, height, pixels, palette));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** The frequent colours, and of the rare ones those that are least like any other: a small red sign stays red. */
    private static List<Integer> palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        // of equally frequent ones always the same come first, so that a picture comes out the same again
        List<Integer> colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (colours.size() <= MOST) {
            return colours;
        }
        List<Integer> palette = new ArrayList<>(colours.subList(0, FREQUENT));
        List<Integer> rare = colours.subList(FREQUENT, colours.size());
        int[] strange = new int[rare.size()];
        Arrays.setAll(strange, i -> distance(rare.get(i), nearest(rare.get(i), palette)));
        while (palette.size() < MOST) {
            int strangest = 0;
            for (int i = 1; i < strange.length; i++) {
                strangest = strange[i] > strange[strangest] ? i : strangest;
            }
            int added = rare.get(strangest);
            palette.add(added);
            Arrays.setAll(strange, i -> Math.min(strange[i], distance(rare.get(i), added)));
        }
        return palette;
    }

    private static byte[] colours(List<Integer> palette) {
        byte[] colours = new byte[palette.size() * 3];
        for (int i = 0; i < palette.size(); i++) {
            colours[3 * i] = (byte) (palette.get(i) >> 16);
            colours[3 * i + 1] = (byte) (palette.get(i) >> 8);
            colours[3 * i + 2] = (byte) (int) palette.get(i);
        }
        return colours;
    }

    private static byte[] compressed(int width, int height, int[] pixels, List<Integer> palette) throws IOException {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < palette.size(); i++) {
            places.put(palette.get(i), i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater hard = new Deflater(Deflater.BEST_COMPRESSION);
                DeflaterOutputStream deflated = new DeflaterOutputStream(out, hard)) {
            for (int y = 0; y < height; y++) {
                byte[] line = new byte[width + 1];
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    line[x + 1] =
                            (byte) (int) places.computeIfAbsent(pixel, rare -> palette.indexOf(nearest(rare, palette)));
                }
                deflated.write(line);
            }
        }
        return out.toByteArray();
    }

    private static int nearest(int colour, List<Integer> palette) {
        return palette.stream()
                .min(Comparator.comparingInt(each -> distance(colour, each)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
