// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Progress;
import officina.base.SecretText;
import officina.engine.ExportedData;
import officina.engine.internal.Bench;
import officina.protocol.Json;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an export: whole, in the form that is described, outside, and nowhere half. */
class DataExportTests {

    private static final Progress ON = Progress.NONE;
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    @TempDir
    private Path temporary;

    private final Bench bench = new Bench();
    private final Set<EventEnvelope> deleted = new HashSet<>();
    private Path data;
    private Path file;
    private DataExport export;

    @BeforeEach
    void two_sessions() throws IOException {
        data = Files.createDirectory(temporary.resolve("data"));
        file = temporary.resolve("all.zip");
        export = new DataExport(
                data, bench.disk, bench.log, bench.store, Clock.fixed(NOW, ZoneOffset.UTC), () -> deleted::contains);
        for (int session = 1; session <= 2; session++) {
            bench.log.append(bench.begin(session), List.of(new RunEvent.TextDelta(0, "Größe\n")));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void holds_every_session_in_the_form_of_session_files_and_a_list_with_their_hashes() throws IOException {
        assertEquals(new ExportedData(file, false, 2, 4, 0), export.write(file, null, ON));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        TreeMap<String, byte[]> entries = entries();
        JsonObject list = Json.parseObject(entries.get("export.json"));
        assertEquals("officina.export", list.text("format"));
        assertEquals(4, list.number("position", 0));
        assertEquals(2, list.items("files").size());
        for (JsonValue each : list.items("files")) {
            JsonObject named = (JsonObject) each;
            byte[] content = entries.get(named.requireText("name"));
            assertEquals(HexFormat.of().formatHex(SessionFileWriter.sha256().digest(content)), named.text("sha256"));
            assertEquals(new String(content, StandardCharsets.UTF_8).lines().count(), named.number("lines", 0));
            Path session = Files.write(Files.createTempFile(temporary, "session", ""), content);
            assertEquals(2, new SessionFileReader(session).check().head().events());
        }
    }

    @Test
    void holds_a_session_that_came_back_after_it_was_deleted() throws IOException {
        SessionId deleted = Bench.address(1).session();
        bench.log.release(deleted);
        bench.disk.remove(Set.of(deleted), _ -> true);
        bench.begin(1);

        export.write(file, null, ON);
        Path session = Files.write(temporary.resolve("session"), entries().get("sessions/" + deleted + ".jsonl"));
        assertEquals(1, new SessionFileReader(session).check().head().events());
    }

    @Test
    void holds_what_stays_of_deleted_sessions_in_order_however_much_it_is() throws IOException {
        SessionId deleted = SampleEvents.session(8);
        for (int i = 0; i < 50; i++) {
            bench.disk.append(SampleEvents.drafts(deleted, 90));
            bench.disk.append(SampleEvents.drafts(SampleEvents.session(9), 5));
        }
        bench.disk.remove(Set.of(deleted), event -> event.seq() % 2 == 0);

        assertEquals(4 + 250 + 2_250, export.write(file, null, ON).events());
        List<Long> seqs = new String(entries().get("events.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.parseObject(line).number("seq", 0))
                .toList();
        assertEquals(LongStream.rangeClosed(1, 2_250).mapToObj(half -> 2 * half).toList(), seqs);
    }

    @Test
    void holds_nothing_of_what_is_deleted_and_waits_to_be_taken_out() throws IOException {
        SessionId waiting = SampleEvents.session(8);
        deleted.addAll(bench.disk.append(SampleEvents.drafts(waiting, 3)));
        EventEnvelope needed =
                bench.disk.append(SampleEvents.drafts(waiting, 1)).getFirst();
        bench.disk.remove(Set.of(waiting), _ -> true);

        assertEquals(5, export.write(file, null, ON).events());
        assertEquals(
                needed.seq(), Json.parseObject(entries().get("events.jsonl")).number("seq", 0));
    }

    @Test
    void can_be_encrypted_and_tells_nothing_then() throws IOException {
        try (SecretText passphrase = new SecretText("correct horse".toCharArray())) {
            assertTrue(export.write(file, passphrase, ON).encrypted());
        }
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(content.startsWith("age-encryption.org/v1\n"), "another format");
        assertFalse(content.contains("sessions/"), "the names of the files can be read");
    }

    @Test
    void lies_never_in_the_data_folder_and_never_over_another_file() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), data);
        assertEquals("data.export-inside", code(data.resolve("all.zip")));
        assertEquals("data.export-inside", code(link.resolve("all.zip")));
        Files.writeString(file, "mine");
        assertEquals("transfer.exists", code(file));
        assertEquals("mine", Files.readString(file));
        assertEquals("transfer.unwritable", code(temporary.resolve("no/where")));
    }

    @Test
    void is_left_nowhere_when_it_is_cancelled() throws IOException {
        Progress cancelling = (written, all) -> written < all;
        assertEquals(
                Progress.CANCELLED,
                assertThrows(FailureException.class, () -> export.write(file, null, cancelling))
                        .failure()
                        .code());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(data), left.toList());
        }
    }

    private String code(Path target) {
        return assertThrows(FailureException.class, () -> export.write(target, null, ON))
                .failure()
                .code();
    }

    private TreeMap<String, byte[]> entries() throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }
}
