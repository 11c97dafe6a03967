// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import officina.api.memory.EmbeddingModel;

/**
 * The meanings of the background, made with the product because making them takes more than a second of each start. In a
 * byte a number; of another model, or of another background, none.
 */
final class BackgroundMeanings {

    static final String FILE = "background.meanings";

    private BackgroundMeanings() {}

    static Map<String, float[]> shipped(List<String> background, EmbeddingModel model) {
        try (InputStream in = BackgroundMeanings.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return Map.of();
            }
            return read(new DataInputStream(in), background, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, float[]> read(DataInputStream in, List<String> background, EmbeddingModel model)
            throws IOException {
        boolean same = in.readUTF().equals(model.id()) && in.readLong() == sum(background);
        if (!same) {
            return Map.of();
        }
        Map<String, float[]> meanings = new HashMap<>();
        for (String text : background) {
            byte[] numbers = in.readNBytes(model.dimensions());
            double length = 0;
            for (byte number : numbers) {
                length += number * number;
            }
            float scale = (float) (1 / Math.sqrt(length));
            float[] meaning = new float[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                meaning[i] = numbers[i] * scale;
            }
            meanings.put(text, meaning);
        }
        return meanings;
    }

    /** The content of the file. */
    static byte[] written(List<String> background, EmbeddingModel model, Map<String, float[]> meanings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(model.id());
            out.writeLong(sum(background));
            for (String text : background) {
                float[] meaning = meanings.getOrDefault(text, Seen.NO_MEANING);
                float largest = 0;
                for (float number : meaning) {
                    largest = Math.max(largest, Math.abs(number));
                }
                for (float number : meaning) {
                    out.writeByte(Math.round(number / largest * Byte.MAX_VALUE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long sum(List<String> background) {
        CRC32 sum = new CRC32();
        background.forEach(text -> sum.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
        return sum.getValue();
    }
}
