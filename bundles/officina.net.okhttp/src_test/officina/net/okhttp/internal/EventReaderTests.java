// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import officina.api.host.ServerEvent;
import org.junit.jupiter.api.Test;

/** Streams of events, cut and ended in every way. */
class EventReaderTests {

    private static final String STREAM = """
            \ufeff: a comment

            data: caf\u00e9 \ud83d\ude80
            id: 1

            event: error
            data:no space
            data:  two spaces
            data

            event: without data

            nothing: here
            data: last
            """;

    private static final List<ServerEvent> EVENTS = List.of(
            new ServerEvent("message", "caf\u00e9 \ud83d\ude80"),
            new ServerEvent("error", "no space\n two spaces\n"),
            new ServerEvent("message", "last"));

    @Test
    void lines_may_end_in_each_of_the_three_ways() throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(EVENTS, read(STREAM.replace("\n", end).getBytes(StandardCharsets.UTF_8), 1000));
        }
    }

    @Test
    void it_does_not_matter_where_the_bytes_are_cut_and_how_lines_end() throws Exception {
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            StringBuilder mixed = new StringBuilder();
            for (char each : STREAM.toCharArray()) {
                // a lone CR before a line feed of its own would be one end of a line
                mixed.append(each == '\n' ? List.of("\n", "\r\n").get(random.nextInt(2)) : String.valueOf(each));
            }
            byte[] bytes = mixed.toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(EVENTS, read(bytes, 1 + random.nextInt(9)), "round " + round);
        }
    }

    @Test
    void an_event_of_three_megabytes_is_one_event() throws Exception {
        String large = "x".repeat(3_000_000);

        List<ServerEvent> events = read(("data: " + large + "\n\n").getBytes(StandardCharsets.UTF_8), 8192);

        assertEquals(List.of(new ServerEvent("message", large)), events);
    }

    @Test
    void an_event_beyond_the_limit_is_refused_in_one_line_or_in_many() {
        byte[] line = ("data: " + "x".repeat(200)).getBytes(StandardCharsets.UTF_8);
        byte[] lines = "data: 1234567890\n".repeat(20).getBytes(StandardCharsets.UTF_8);

        assertThrows(TooLarge.class, () -> new EventReader(new ByteArrayInputStream(line), 100).read(_ -> {}));
        byte[] typed =
                ("event: " + "x".repeat(60) + "\ndata: " + "x".repeat(60) + "\n\n").getBytes(StandardCharsets.UTF_8);

        assertThrows(TooLarge.class, () -> new EventReader(new ByteArrayInputStream(lines), 100).read(_ -> {}));
        assertThrows(TooLarge.class, () -> new EventReader(new ByteArrayInputStream(typed), 100).read(_ -> {}));
    }

    private static List<ServerEvent> read(byte[] bytes, int most) throws Exception {
        List<ServerEvent> events = new ArrayList<>();
        new EventReader(new Trickle(bytes, most), 8 << 20).read(events::add);
        return events;
    }

    /** Gives at most so many bytes at a time. */
    private static final class Trickle extends InputStream {
        private final InputStream all;
        private final int most;

        Trickle(byte[] bytes, int most) {
            all = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return all.read(into, from, Math.min(length, most));
        }
    }
}
