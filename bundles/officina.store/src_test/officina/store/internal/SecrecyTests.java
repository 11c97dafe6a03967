// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.core.run.ActivityQuery;
import officina.core.run.SessionQuery;
import officina.store.Store;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.database.StoreKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person wrote is in no file in plain text, whatever happens. */
class SecrecyTests {

    private static final String MARKER = "xylophone-marker-4711";

    @TempDir
    Path temp;

    private static Story story() {
        Story story = new Story().turn(Story.session(1), Story.run(1), MARKER + " message ".repeat(500));
        story.answer(Story.session(1), Story.run(1), 0, "I heard " + MARKER)
                .add(Story.session(1), Story.run(1), new RunEvent.NotificationSent(MARKER, MARKER))
                .by(Origin.USER.then(new PluginId("agent." + MARKER)))
                .put(Story.session(1), Story.run(1), RecordKind.TODO, Story.record(1), Todos.fields(MARKER, MARKER))
                .put(
                        Story.session(1),
                        Story.run(1),
                        RecordKind.SESSION,
                        new RecordId(Story.session(1).value()),
                        new SessionInfo(MARKER, Story.PROJECT, SessionKind.CONVERSATION).fields())
                .put(
                        Story.session(1),
                        Story.run(1),
                        RecordKind.SETTING,
                        Story.record(2),
                        new Setting(SettingScope.GLOBAL, null, MARKER, new JsonText(MARKER)).fields())
                .put(
                        Story.session(1),
                        Story.run(1),
                        new RecordKind("flow"),
                        Story.record(3),
                        JsonObject.EMPTY.with(MARKER, MARKER))
                .add(Story.session(1), Story.run(1), new RunEvent.RunFinished(true, MARKER));
        return story;
    }

    /** The files below these folders that contain the marker in any encoding a database might use. */
    private static List<Path> betrayers(Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                        String marker = new String(MARKER.getBytes(charset), StandardCharsets.ISO_8859_1);
                        if (content.contains(marker)) {
                            found.add(file);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Test
    void a_marker_is_in_no_file_while_the_store_is_open_nor_after() throws IOException {
        Path plain = Files.writeString(temp.resolve("proof"), MARKER);
        assertEquals(List.of(plain), betrayers(temp), "the search finds what it should");
        Files.delete(plain);
        Path folder = temp.resolve("store");
        try (StoreFolder taken = StoreFolder.take(folder, new StoreKeys(Stores.KEY))) {
            OpenDatabase open = OpenDatabase.open(taken, Instant.EPOCH);
            try (Store store = Stores.start(taken, open)) {
                store.apply(story().events());
                open.database().checkpoint();
                assertEquals(
                        1, store.sessions(new SessionQuery(null, MARKER, 5)).size());
                assertTrue(Files.size(folder.resolve("officina.mv.db")) > 20_000);
                assertEquals(List.of(), betrayers(temp, temporary()));
            }
        }
        assertEquals(List.of(), betrayers(temp, temporary()));
    }

    @Test
    void a_marker_is_in_no_file_after_a_kill() throws Exception {
        Path folder = temp.resolve("store");
        Stores.with(folder, story().events()).close();
        try (Child child = Child.start(folder, 1, 400)) {
            String line = child.awaitLine();
            for (int i = 0; i < 4 && !line.equals("done"); i++) {
                line = child.awaitLine();
            }
        }
        assertEquals(List.of(), betrayers(temp, temporary()));
    }

    @Test
    void a_marker_is_in_no_file_after_damage_and_a_wrong_key() throws IOException {
        Path folder = temp.resolve("store");
        Stores.with(folder, story().events()).close();
        ApplyTests.assertFails("store.wrong-key", () -> new H2StoreFactory().open(folder, Stores.key(2)));
        byte[] bytes = Files.readAllBytes(folder.resolve("officina.mv.db"));
        for (int i = 5_000; i < bytes.length; i += 1_000) {
            bytes[i] ^= 1;
        }
        Files.write(folder.resolve("officina.mv.db"), bytes);
        try (Store store = Stores.open(folder)) {
            store.apply(story().events());
        } catch (FailureException e) {
            Stores.open(folder).close();
        }
        assertEquals(List.of(), betrayers(temp, temporary()));
    }

    @Test
    void results_that_do_not_fit_into_memory_are_encrypted_too() throws IOException {
        Path folder = temp.resolve("store");
        Story story = new Story().turn(Story.session(1), Story.run(1), "Hello");
        for (int i = 0; i < 5_000; i++) {
            story.add(Story.session(1), Story.run(1), new RunEvent.NotificationSent(MARKER + i, "x"));
        }
        try (StoreFolder taken = StoreFolder.take(folder, new StoreKeys(Stores.KEY))) {
            OpenDatabase open = OpenDatabase.open(taken, Instant.EPOCH);
            try (Store store = Stores.start(taken, open)) {
                store.apply(story.events());
                List<Path> spilled = new ArrayList<>();
                open.database().read(sql -> {
                    sql.update("set max_memory_rows 100");
                    return sql.list(
                            row -> spilled.isEmpty() && spilled.addAll(temporaryFiles()),
                            "select distinct line, position from activity order by line");
                });
                assertTrue(!spilled.isEmpty(), "nothing was written, so nothing is shown");
                assertEquals(
                        5_001,
                        store.activity(new ActivityQuery(null, null, null, null, null, null, 9_999, 9_999))
                                .size());
            }
        }
    }

    /** Temporary files of the database, after a look into them. */
    private static List<Path> temporaryFiles() {
        try (Stream<Path> files = Files.list(temporary())) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(".temp.db"))
                    .toList();
            assertEquals(List.of(), betrayers(temporary()));
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
