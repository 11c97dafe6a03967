// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.SessionRemoval;
import officina.base.Progress;
import officina.engine.TransferredSession;
import officina.engine.internal.Bench;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.retention.SessionRemover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a session: what is written is read again, and nothing else is. */
class SessionFileTests {

    private static final RecordId PROJECT = new RecordId(new UUID(2, 2));

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private RunAddress run = Bench.address(1);

    @BeforeEach
    void write_a_session() {
        run = bench.begin(1);
        for (int i = 0; i < 20; i++) {
            bench.log.append(run, List.of(new RunEvent.TextDelta(0, "Größe " + i + "\n")));
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void holds_every_event_in_order_and_only_for_its_owner() throws IOException {
        Path file = folder.resolve("a.officina-session");
        assertEquals(new TransferredSession(run.session(), "Papers", 21), export(file));

        SessionFileReader reader = new SessionFileReader(file);
        assertEquals(
                new SessionFileHead(run.session(), "Papers", 21), reader.check().head());
        assertEquals(bench.disk.read(run.session(), 1, 100), events(reader));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(file), list());
    }

    @Test
    void is_never_written_over_another_and_left_nowhere_half_done() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertEquals("transfer.exists", codeOf(() -> export(file)));
        assertEquals("mine", Files.readString(file));
        assertEquals("transfer.unwritable", codeOf(() -> export(folder.resolve("no/where"))));
        assertEquals(List.of(file), list());
    }

    @Test
    void that_was_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = exported();
        for (int length = 0; length < whole.length; length += 1 + whole.length / 97) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertTrue(Set.of("transfer.damaged", "transfer.foreign").contains(codeOf(() -> check(torn))));
        }
        byte[] withoutLineEnd = Arrays.copyOf(whole, whole.length - 1);
        assertEquals("transfer.damaged", codeOf(() -> check(withoutLineEnd)));
    }

    @Test
    void in_which_a_bit_was_changed_is_refused() throws IOException {
        byte[] whole = exported();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            int place = random.nextInt(changed.length);
            changed[place] ^= (byte) (1 << random.nextInt(8));
            String code = codeOf(() -> check(changed));
            assertTrue(code.startsWith("transfer."), "byte " + place + ": " + code);
        }
    }

    @Test
    void whose_lines_were_moved_doubled_or_left_out_is_refused() throws IOException {
        List<String> lines =
                new String(exported(), StandardCharsets.UTF_8).lines().toList();
        for (int i = 1; i < lines.size() - 2; i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            List<String> moved = new ArrayList<>(lines);
            moved.set(i, lines.get(i + 1));
            moved.set(i + 1, lines.get(i));
            for (List<String> wrong : List.of(without, twice, moved)) {
                assertEquals("transfer.damaged", codeOf(() -> check(text(wrong))));
            }
        }
        List<String> more = new ArrayList<>(lines);
        more.add("{}");
        assertEquals("transfer.damaged", codeOf(() -> check(text(more))));
    }

    @Test
    void of_something_else_or_of_a_newer_version_says_so() throws IOException {
        for (String foreign :
                List.of("", "\n\n", "hello\n", "{}\n", "{\"format\":7}\n", "x".repeat(11_000_000) + "\n")) {
            assertEquals("transfer.foreign", codeOf(() -> check(foreign.getBytes(StandardCharsets.UTF_8))));
        }
        String whole = new String(exported(), StandardCharsets.UTF_8);
        assertEquals(
                "transfer.newer",
                codeOf(() ->
                        check(whole.replace("\"version\":1", "\"version\":2").getBytes(StandardCharsets.UTF_8))));
        assertEquals("transfer.unreadable", codeOf(() -> new SessionFileReader(folder).check()));
        assertEquals("transfer.unreadable", codeOf(() -> new SessionFileReader(folder.resolve("no")).check()));
    }

    @Test
    void with_an_event_that_only_a_newer_version_understands_says_so() throws IOException {
        bench.unreadable(run);
        String whole = new String(exported(), StandardCharsets.UTF_8);
        int last = whole.lastIndexOf("\"schema\":" + RunEvent.SCHEMA);
        String newer = whole.substring(0, last) + "\"schema\":" + (RunEvent.SCHEMA + 1)
                + whole.substring(last + ("\"schema\":" + RunEvent.SCHEMA).length());
        assertEquals("transfer.newer", codeOf(() -> check(newer.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void read_as_a_copy_has_other_identifiers_and_says_the_same() throws IOException {
        Path file = folder.resolve("a");
        export(file);
        SessionFileReader reader = new SessionFileReader(file);
        SessionFileReader.Checked checked = reader.check();
        SessionId copy = new SessionId(new UUID(9, 9));
        FreshIds ids = new FreshIds(checked.ids(), run.session(), copy);
        List<EventEnvelope> events = events(reader).stream().map(ids::of).toList();

        assertTrue(events.stream().allMatch(each -> each.session().equals(copy)));
        assertFalse(events.getFirst().run().equals(run.run()));
        assertEquals(1, events.stream().map(EventEnvelope::run).distinct().count());
        assertEquals(
                events(reader).stream().map(EventEnvelope::event).toList(),
                events.stream().map(EventEnvelope::event).toList());
        assertEquals(
                IntStream.rangeClosed(1, 21).mapToObj(Long::valueOf).toList(),
                events.stream().map(EventEnvelope::seq).toList());
    }

    @Test
    void of_a_conversation_of_which_a_deletion_left_something_changes_nothing() throws IOException {
        Path file = folder.resolve("a");
        export(file);
        new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH).write(Bench.address(2), changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, "Deleted a conversation", null, null));
            return changes.create(
                    RecordKind.SESSION_REMOVAL,
                    SessionRemoval.idOf(run.session()),
                    new SessionRemoval(run.session(), 0).fields());
        });
        bench.disk.hold(Set.of(run.session()));
        long position = bench.disk.lastPosition();
        assertEquals("session.partly-removed", codeOf(() -> transfer().importFrom(file, false, Progress.NONE)));
        assertEquals(position, bench.disk.lastPosition());

        bench.disk.hold(Set.of());
        assertEquals(
                run.session(), transfer().importFrom(file, false, Progress.NONE).session());
        // and one that its run does not go on here
        assertEquals(22, bench.disk.lastSeq(run.session()));
    }

    private TransferredSession export(Path file) {
        return transfer()
                .exportTo(
                        run.session(),
                        new SessionInfo("Papers", PROJECT, SessionKind.CONVERSATION),
                        file,
                        Progress.NONE);
    }

    private SessionTransfer transfer() {
        RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
        SessionRemover remover =
                new SessionRemover(bench.disk, bench.log, bench.store, writer, () -> Instant.EPOCH, PROJECT);
        return new SessionTransfer(bench.disk, bench.log, bench.store, writer, () -> Instant.EPOCH, PROJECT, remover);
    }

    private byte[] exported() throws IOException {
        Path file = folder.resolve("exported");
        export(file);
        return Files.readAllBytes(file);
    }

    private void check(byte[] content) throws IOException {
        new SessionFileReader(Files.write(folder.resolve("changed"), content)).check();
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<EventEnvelope> events(SessionFileReader reader) {
        List<EventEnvelope> events = new ArrayList<>();
        reader.each(events::add);
        return events;
    }

    private List<Path> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String codeOf(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }
}
