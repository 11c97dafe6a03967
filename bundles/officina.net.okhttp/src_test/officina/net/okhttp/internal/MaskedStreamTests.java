// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaskedStreamTests {

    @Test
    void a_secret_is_masked_however_it_arrives() throws IOException {
        String text = "key=sesame; sesam, sesasesame|sesamesesame";
        for (int step = 1; step <= text.length(); step++) {
            assertEquals(
                    "key=******; sesam, sesa******|************",
                    read(new InSteps(text, step), "sesame"),
                    "in steps of " + step);
        }
    }

    @Test
    void each_of_several_is_masked() throws IOException {
        assertEquals("a *** b **** c", read(new InSteps("a one b four c", 1), "one", "four"));
        assertEquals("****** c", read(new InSteps("oneone c", 2), "oneone", "one"));
        assertEquals("", read(new InSteps("", 1), "one"));
        assertEquals("on", read(new InSteps("on", 1), "one"));
    }

    @Test
    void what_can_be_no_secret_is_handed_over_at_once() throws IOException {
        InputStream in = new MaskedStream(
                new InputStream() {
                    private boolean told;

                    @Override
                    public int read() {
                        throw new AssertionError("bytes are read together");
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        if (told) {
                            throw new AssertionError("waits for more than it needs");
                        }
                        told = true;
                        byte[] event = "data: ses\n\n".getBytes(StandardCharsets.UTF_8);
                        System.arraycopy(event, 0, to, from, event.length);
                        return event.length;
                    }
                },
                secrets("sesame"));

        assertEquals("data: ses\n\n", new String(in.readNBytes(11), StandardCharsets.UTF_8));
    }

    private static String read(InputStream raw, String... secrets) throws IOException {
        try (InputStream in = new MaskedStream(raw, secrets(secrets))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<byte[]> secrets(String... texts) {
        return Stream.of(texts)
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** So many bytes at a time. */
    private static final class InSteps extends ByteArrayInputStream {

        private final int step;

        InSteps(String text, int step) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.step = step;
        }

        @Override
        public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(step, length));
        }
    }
}
