// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events as some version wrote them once. A file is never changed or removed, only added: what is in a journal stays
 * readable. Names: {@code newer-} is what a later version may write, {@code tolerated-} is read but never written so.
 */
final class FixtureTests {

    private static final Path FOLDER = Path.of("src_test/officina/protocol/fixtures/events");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_stored_event_is_written_back_with_the_same_meaning(Path file) throws IOException {
        JsonObject stored = Json.parseObject(Files.readAllBytes(file));

        EventEnvelope envelope = EventCodec.read(stored);
        JsonObject written = EventCodec.write(envelope);

        assertEquals(envelope, EventCodec.decode(EventCodec.encode(envelope)));
        if (!isLoose(file)) {
            assertEquals(stored, written);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_stored_event_agrees_with_the_schema(Path file) throws IOException {
        JsonObject stored = Json.parseObject(Files.readAllBytes(file));

        if (stored.number("schema", 0) <= RunEvent.SCHEMA && !isLoose(file)) {
            assertEquals("", new SchemaCheck(EventSchema.open()).errors(stored));
        }
    }

    @Test
    void every_kind_of_event_is_among_them() throws IOException {
        Set<String> missing = new HashSet<>(WireTypes.family(RunEvent.class).keySet());
        for (Path file : files()) {
            missing.remove(Json.parseObject(Files.readAllBytes(file)).requireText("type"));
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void none_was_changed_or_removed() throws IOException {
        Path index = FOLDER.resolve("SHA256SUMS");
        Set<String> listed = Files.exists(index) ? new HashSet<>(Files.readAllLines(index)) : new HashSet<>();
        StringBuilder added = new StringBuilder();
        for (Path file : files()) {
            String line = line(file);
            if (!listed.remove(line)) {
                added.append(line).append('\n');
            }
        }
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(index, added, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            added.setLength(0);
        }

        assertTrue(listed.isEmpty(), () -> "changed or removed, which must not be: " + listed);
        assertEquals("", added.toString(), "new: run this test with -Dregenerate=true and commit SHA256SUMS");
    }

    private static boolean isLoose(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("newer-members") || name.startsWith("tolerated-");
    }

    private static String line(Path file) throws IOException {
        try {
            byte[] content = Files.readString(file, StandardCharsets.UTF_8)
                    .replace("\r\n", "\n") // as Git may check it out
                    .getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String name = FOLDER.relativize(file).toString().replace('\\', '/');
            return HexFormat.of().formatHex(hash) + "  " + name;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
