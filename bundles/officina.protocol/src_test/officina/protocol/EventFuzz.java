// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;

/** Any bytes as an event of a journal, a session file or the wire. Run by {@code releng/scripts/fuzz}. */
public final class EventFuzz {

    private EventFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        EventEnvelope event;
        byte[] written;
        try {
            event = EventCodec.decode(data);
            written = EventCodec.encode(event);
        } catch (FailureException _) {
            return;
        }
        if (!EventCodec.decode(written).equals(event)) {
            throw new AssertionError("not the same when written and read again");
        }
    }

    public static List<byte[]> seeds() {
        Path fixtures = Path.of(
                System.getProperty("officina.root"), "bundles/officina.protocol/src_test/officina/protocol/fixtures");
        try (Stream<Path> files = Files.walk(fixtures)) {
            return files.filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".jsonl"))
                    .flatMap(EventFuzz::lines)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<byte[]> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::getBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
