// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.host.BrowserPage;
import officina.api.host.BrowserProfile;
import officina.store.ForeignDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles whose databases SQLite has made, in the places of Linux. That of Firefox was in use: some of it is in its log. */
class BrowsersTests {

    private static final BrowserProfile FIREFOX = new BrowserProfile("firefox", "abcd1234.default-release");
    private static final BrowserProfile CHROME = new BrowserProfile("chrome", "Default");

    @TempDir
    private Path temp;

    private Path home;
    private Path copies;
    private Browsers browsers;

    @BeforeEach
    void profiles() throws Exception {
        home = Files.createDirectory(temp.resolve("home"));
        copies = Files.createDirectory(temp.resolve("copies"));
        browsers = new Browsers(new BrowserPlaces("linux", home, _ -> null), databases(), copies);
        put("firefox", ".mozilla/firefox/abcd1234.default-release", "places.sqlite", "places.sqlite-wal");
        put("chrome", ".config/google-chrome/Default", "History", "Bookmarks");
        put("chrome", ".config/google-chrome/Profile 1", "History");
        Files.createDirectories(home.resolve(".config/google-chrome/Crash Reports"));
    }

    private static ForeignDatabases databases() throws ReflectiveOperationException {
        return (ForeignDatabases) Class.forName("officina.store.internal.foreign.FileForeignDatabases")
                .getConstructor()
                .newInstance();
    }

    private void put(String from, String folder, String... names) throws IOException {
        Path to = Files.createDirectories(home.resolve(folder));
        for (String each : names) {
            try (InputStream in = BrowsersTests.class.getResourceAsStream("profiles/" + from + "/" + each)) {
                Files.copy(Objects.requireNonNull(in, each), to.resolve(each));
            }
        }
    }

    private List<BrowserPage> read(BrowserProfile profile) throws InterruptedException {
        List<BrowserPage> all = new ArrayList<>();
        browsers.read(profile, each -> all.addAll(each.pages()));
        return all;
    }

    private String code(BrowserProfile profile) {
        return assertThrows(FailureException.class, () -> read(profile))
                .failure()
                .code();
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T10:00:00Z");
    }

    @Test
    void the_profiles_that_are_there_are_found() {
        assertEquals(List.of(CHROME, new BrowserProfile("chrome", "Profile 1"), FIREFOX), browsers.profiles());
    }

    @Test
    void bookmarks_and_history_of_firefox_are_read_with_what_is_in_its_log_alone() throws Exception {
        assertEquals(
                List.of(
                        new BrowserPage("https://garden.example/roses?page=2", "My roses", true, 4, at("2026-11-21")),
                        new BrowserPage(
                                "https://support.example.org/products/firefox", "Help for Firefox", true, 0, null),
                        new BrowserPage("https://bread.example/recipe", "Bread in the log", false, 1, at("2026-11-20")),
                        new BrowserPage(
                                "https://login.example/oauth/callback", "Signed in", false, 1, at("2026-11-02"))),
                read(FIREFOX));
    }

    @Test
    void bookmarks_and_history_of_chrome_are_read_without_what_gives_access() throws Exception {
        assertEquals(
                List.of(
                        new BrowserPage("https://news.example/today", "Daily news", true, 7, at("2026-11-19")),
                        new BrowserPage("https://bread.example/recipe?id=12", "Bread", true, 0, null),
                        new BrowserPage("https://docs.example/document/d/", "Budget", false, 2, at("2026-11-18")),
                        new BrowserPage("https://docs.example/document/d/", "Plans", false, 1, at("2026-11-17")),
                        new BrowserPage("https://intranet.example:8443/start", "Intranet", false, 1, at("2026-11-16"))),
                read(CHROME));
    }

    @Test
    void reading_changes_nothing_and_leaves_nothing() throws Exception {
        Path file = home.resolve(".mozilla/firefox/abcd1234.default-release/places.sqlite");
        byte[] before = Files.readAllBytes(file);
        read(FIREFOX);
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Stream.concat(Files.list(copies), Files.list(file.resolveSibling("")))) {
            assertEquals(2, left.count(), "the database and its log");
        }
    }

    @Test
    void a_profile_that_is_being_changed_damaged_or_gone_says_so() throws Exception {
        Path folder = home.resolve(".config/google-chrome/Default");
        Files.write(folder.resolve("History-journal"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        FailureException busy = assertThrows(FailureException.class, () -> read(CHROME));
        assertEquals("browser.in-use", busy.failure().code());
        assertEquals(true, busy.failure().retryable());
        Files.delete(folder.resolve("History-journal"));

        Files.writeString(folder.resolve("Bookmarks"), "{ nothing");
        assertEquals("browser.damaged", code(CHROME));
        Files.delete(folder.resolve("Bookmarks"));
        assertFalse(read(CHROME).isEmpty());
        Files.write(folder.resolve("History"), new byte[5_000]);
        assertEquals("browser.damaged", code(CHROME));
        Files.delete(folder.resolve("History"));
        assertEquals("browser.missing", code(CHROME));
        assertEquals("browser.missing", code(new BrowserProfile("chrome", "../../../etc")));
    }

    @Test
    void a_database_of_another_form_is_not_taken_for_a_profile() throws Exception {
        Path other = Files.createDirectories(home.resolve(".mozilla/firefox/other"));
        Files.copy(home.resolve(".config/google-chrome/Default/History"), other.resolve("places.sqlite"));
        assertEquals("browser.damaged", code(new BrowserProfile("firefox", "other")));
    }

    @Test
    void each_system_has_its_places() {
        BrowserPlaces windows =
                new BrowserPlaces("windows", home, name -> name.equals("APPDATA") ? "/data/roaming" : null);
        assertEquals(List.of(Path.of("/data/roaming/Mozilla/Firefox/Profiles")), windows.places("firefox"));
        assertEquals(List.of(), windows.places("chrome"), "nothing is known of that variable");
        assertEquals(
                List.of(home.resolve("Library/Application Support/Microsoft Edge")),
                new BrowserPlaces("macos", home, _ -> null).places("edge"));
    }
}
