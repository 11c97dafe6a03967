// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.protocol.EventCodec;
import officina.protocol.Json;

/** Any bytes as the file of a session: taken, or refused with a failure. Run by {@code releng/scripts/fuzz}. */
public final class SessionFileFuzz {

    private static final Path FILE = file();

    private SessionFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        check(data);
        // with the right hash in the last line: else nothing behind the hash would be tried
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(data);
        whole.write('\n');
        byte[] lines = new String(data, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .reduce("", String::concat)
                .getBytes(StandardCharsets.ISO_8859_1);
        String hash = HexFormat.of().formatHex(SessionFileWriter.sha256().digest(lines));
        whole.writeBytes(("{\"sha256\":\"" + hash + "\"}\n").getBytes(StandardCharsets.UTF_8));
        check(whole.toByteArray());
    }

    private static void check(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            SessionFileReader reader = new SessionFileReader(FILE);
            long events = reader.check().head().events();
            long[] given = new long[1];
            reader.each(_ -> ++given[0] > 0);
            if (given[0] != events) {
                throw new AssertionError("gave " + given[0] + " of " + events);
            }
        } catch (FailureException _) {
            // foreign, newer or damaged
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve("session.jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        SessionId session = new SessionId(new UUID(1, 1));
        RunId run = new RunId(new UUID(2, 2));
        List<RunEvent> events = List.of(
                new RunEvent.RunStarted(RunKind.EDIT, "An edit", null, null), new RunEvent.RunFinished(true, null));
        StringBuilder text = new StringBuilder();
        text.append(Json.text(new SessionFileHead(session, "A title", events.size()).json(Instant.EPOCH)))
                .append('\n');
        for (int i = 0; i < events.size(); i++) {
            EventEnvelope envelope = new EventEnvelope(
                    RunEvent.SCHEMA, session, run, i + 1, i + 1, Instant.EPOCH, Origin.USER, events.get(i));
            text.append(new String(EventCodec.encode(envelope), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return List.of(text.toString().strip().getBytes(StandardCharsets.UTF_8));
    }
}
