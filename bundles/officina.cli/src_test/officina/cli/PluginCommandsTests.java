// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.engine.CheckedBundle;
import officina.engine.PluginItem;
import officina.engine.PluginProcess;
import officina.engine.remote.EngineDoor;
import officina.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakePlugins plugins = new FakePlugins();
    private final List<Path> checked = new ArrayList<>();
    private CheckedBundle found = FakeFactory.SOUND;

    @Test
    void plugins_are_listed_with_their_state() {
        assertEquals(0, run("plugins", "list"));
        assertEquals("agent.files  agent  1.0  at work\n", text(out).replaceAll(" +\n", "\n"));
    }

    @Test
    void what_it_may_and_why_it_asks_is_told() {
        assertEquals(0, run("plugins", "info", "agent.files"));
        assertEquals("""
                agent.files (agent)
                Version 1.0 in the bundle example.files.
                It says that it is by The Example Company, which nobody has proved.
                It is signed by The Company, with the key ed25519:A.
                It is at work.

                Permissions:
                  [refused] fs.read *
                      To look for files.
                  [granted] notify *
                      To tell you.
                      always, since %s

                It can do much.
                """.formatted(Words.moment(Instant.EPOCH)), text(out));
    }

    @Test
    void why_says_what_is_missing_and_how_to_allow_it() {
        plugins.problems = List.of("Its agent did not start.");
        plugins.state = PluginItem.State.NOT_AT_WORK;
        assertEquals(1, run("plugins", "why", "agent.files"));
        assertEquals("""
                Its agent did not start.
                It needs the permission fs.read *, which it does not have. Allow it: officina plugins grant agent.files \
                fs.read FOLDER
                """, text(out));
    }

    @Test
    void processes_are_shown_with_what_they_take_and_can_be_ended() {
        assertEquals(0, run("plugins", "processes"));
        assertEquals("No plug-in of others runs now; one is started when somebody calls it.\n", text(out));
        out.reset();
        plugins.processes = List.of(new PluginProcess(
                "example.files",
                List.of(FakePlugins.FILES),
                4711,
                "bubblewrap",
                Instant.EPOCH,
                1,
                Duration.ofMillis(1_250),
                49_000_000));
        assertEquals(0, run("plugins", "processes"));
        assertEquals(
                "agent.files  4711  bubblewrap  " + Words.moment(Instant.EPOCH) + "  1 call  1.3 s  49 MB\n",
                text(out).replaceAll(" +\n", "\n"));
        out.reset();
        assertEquals(0, run("plugins", "end", "agent.files"));
        assertEquals("The process of agent.files was ended.\n", text(out));
        assertEquals(List.of("end process of agent.files"), plugins.done);
    }

    @Test
    void what_is_installed_says_what_it_needs_and_how_to_allow_it() {
        assertEquals(0, run("plugins", "install", folder.resolve("files.jar").toString()));
        assertEquals("""
                agent.files 1.0 is installed.
                It can do much.
                It needs fs.read *: To look for files.
                  officina plugins grant agent.files fs.read FOLDER
                """, text(out));
        assertEquals(0, run("plugins", "remove", "agent.files"));
        assertEquals(List.of("install files.jar []", "remove agent.files"), plugins.done);
    }

    @Test
    void what_is_not_to_be_refused_is_said_and_what_is_not_signed_is_shown_as_such() {
        String jar = folder.resolve("files.jar").toString();
        assertEquals(0, run("plugins", "install", jar, "--unsigned", "--downgrade"));
        assertEquals(List.of("install files.jar [UNSIGNED, OLDER]"), plugins.done);
        plugins.keys = List.of();
        out.reset();
        assertEquals(0, run("plugins", "list"));
        assertEquals("agent.files  agent  1.0  at work  not signed\n", text(out));
        out.reset();
        assertEquals(0, run("plugins", "info", "agent.files"));
        assertTrue(text(out).contains("\nIt was installed without a signature: nobody answers for it"), text(out));
    }

    @Test
    void a_version_that_needs_more_says_only_what_is_new_and_how_to_allow_it() {
        plugins.previous = "0.9";
        plugins.waiting = new PluginItem.Waiting(
                "1.1",
                List.of(
                        new PermissionRequest(
                                new Permission(PermissionType.NET_CONNECT, "example.org:443"), "To ask.", false),
                        new PermissionRequest(new Permission(PermissionType.MODEL_CALL, "*"), "To sum up.", true)));
        assertEquals(0, run("plugins", "install", folder.resolve("files.jar").toString()));
        assertEquals("""
                agent.files 1.1 waits for what it needs and 1.0 does not; until then that one goes on.
                It needs net.connect example.org:443: To ask.
                  officina plugins grant agent.files net.connect example.org:443
                It would like model.call *, which it can do without: To sum up.
                """, text(out));
        out.reset();
        assertEquals(0, run("plugins", "info", "agent.files"));
        assertTrue(
                text(out)
                        .contains(
                                "\nThe version before was 0.9.\nVersion 1.1 waits for: net.connect example.org:443.\n"),
                text(out));
    }

    @Test
    void going_back_and_switching_off_are_one_word_each() {
        assertEquals(0, run("plugins", "rollback", "agent.files"));
        assertEquals(0, run("plugins", "disable", "agent.files"));
        assertEquals(0, run("plugins", "enable", "agent.files"));
        assertEquals("""
                agent.files is 1.0 now.
                agent.files is switched off.
                agent.files is switched on.
                """, text(out));
        assertEquals(
                List.of("rollback agent.files", "enable agent.files false", "enable agent.files true"), plugins.done);
    }

    @Test
    void what_catalogues_offer_is_found_by_words_and_installed_by_its_name() {
        String text = """
                agent.files 1.1, %s, by The Example Company; installed is 1.0
                  Finds files.
                  asks for fs.read *: To look for files.
                """;
        assertEquals(0, run("plugins", "search", "FILES", "example"));
        assertEquals(text.formatted("free"), text(out));
        out.reset();
        plugins.price = "9.90 EUR";
        assertEquals(0, run("plugins", "search"));
        assertEquals(text.formatted("9.90 EUR"), text(out));
        out.reset();
        assertEquals(0, run("plugins", "search", "mails"));
        assertEquals("", text(out));
        assertEquals(0, run("plugins", "install", "agent.files"));
        assertEquals(2, run("plugins", "install", "No Such Thing"));
        assertEquals(List.of("obtain agent.files []"), plugins.done);
    }

    @Test
    void newer_versions_are_got_where_there_are_some() {
        assertEquals(0, run("plugins", "update"));
        assertEquals(0, run("plugins", "update", "agent.files"));
        assertEquals(List.of("obtain agent.files []", "obtain agent.files []"), plugins.done);
        out.reset();
        assertEquals(0, run("plugins", "update", "agent.other"));
        plugins.newer = false;
        assertEquals(0, run("plugins", "update"));
        assertEquals("There is nothing newer.\nThere is nothing newer.\n", text(out));
    }

    @Test
    void a_catalogue_that_cannot_be_read_is_named_and_keeps_nothing_from_the_others() {
        plugins.unread = List.of("It cannot be read now.");
        assertEquals(1, run("plugins", "search"));
        assertTrue(text(out).startsWith("agent.files 1.1"), text(out));
        assertTrue(text(out).endsWith("\nIt cannot be read now.\n"), text(out));
        assertEquals(1, run("plugins", "update"));
        assertEquals(List.of("obtain agent.files []"), plugins.done);
    }

    @Test
    void catalogues_are_named_by_folder_or_address() {
        assertEquals(0, run("plugins", "catalogs", "add", "mirror"));
        assertEquals(0, run("plugins", "catalogs", "remove", "https://example.org/plugins/"));
        assertEquals(
                List.of("add " + Path.of("mirror").toAbsolutePath(), "drop https://example.org/plugins/"),
                plugins.done);
        out.reset();
        assertEquals(0, run("plugins", "catalogs", "list"));
        assertEquals("example  /mirror  signed by The Company\n", text(out));
        out.reset();
        assertEquals(0, run("plugins", "publish", "mirror", "--name", "example", "--key", "own.pem"));
        assertEquals(Path.of("mirror").resolve("example").toAbsolutePath() + "\n", text(out));
    }

    @Test
    void a_secret_is_read_from_a_file_and_given_for_one_server() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "sesame\n");
        assertEquals(
                0, run("plugins", "secret", "agent.files", "files.key", "https://example.org", "--key-file", "" + key));
        assertEquals(0, run("plugins", "secret", "agent.files", "files.key", "https://example.org", "--remove"));
        assertEquals("The secret is in the vault.\nThe secret is forgotten.\n", text(out));
        assertEquals(
                List.of(
                        "give agent.files files.key for https://example.org sesame",
                        "forget agent.files files.key for https://example.org"),
                plugins.done);
        assertEquals(
                2, run("plugins", "secret", "agent.files", "Files Key", "https://example.org", "--key-file", "" + key));
    }

    @Test
    void publishers_are_trusted_and_forgotten() {
        assertEquals(0, run("plugins", "keys", "trust", "ed25519:A", "The Company"));
        assertEquals("What The Company signs can be installed now.\n", text(out));
        assertEquals(0, run("plugins", "keys", "forget", "ed25519:A"));
        assertEquals(List.of("trust ed25519:A The Company", "forget ed25519:A"), plugins.done);
        out.reset();
        assertEquals(0, run("plugins", "keys", "list"));
        assertEquals(
                "ed25519:O  The Officina authors  built in\ned25519:A  The Company           since "
                        + Words.moment(Instant.EPOCH) + "\n",
                text(out).replaceAll(" +\n", "\n"));
    }

    @Test
    void a_publisher_makes_a_key_and_signs_with_it_without_any_data() {
        assertEquals(0, run("plugins", "keys", "make", "own.pem"));
        assertEquals(0, run("plugins", "sign", "files.jar", "--key", "own.pem"));
        assertEquals("ed25519:A\n" + Path.of("files.jar.sig").toAbsolutePath() + "\n", text(out));
        assertEquals(
                List.of("own.pem", "files.jar", "own.pem"),
                checked.stream().map(each -> each.getFileName().toString()).toList());
        assertTrue(checked.stream().allMatch(Path::isAbsolute), checked.toString());
    }

    @Test
    void what_is_allowed_is_taken_back_again() {
        String notes = folder.resolve("notes").toString();
        assertEquals(0, run("plugins", "grant", "agent.files", "fs.read", notes));
        assertEquals("agent.files may read files in \"" + notes + "\" now.\n", text(out));
        out.reset();
        assertEquals(0, run("plugins", "why", "agent.files"));
        assertEquals("agent.files is at work, with every permission it needs.\n", text(out));
        out.reset();
        assertEquals(0, run("plugins", "info", "agent.files"));
        assertTrue(text(out).contains("\n  [granted] fs.read *\n"), text(out));
        assertTrue(text(out).contains("\n      " + notes + ": always, since "), text(out));
        assertEquals(0, run("plugins", "grant", "agent.files", "notify", "--once"));
        assertEquals(0, run("plugins", "revoke", "agent.files", "fs.read", notes));
        assertEquals(
                List.of(
                        "grant agent.files fs.read " + notes + " ALWAYS",
                        "grant agent.files notify * ONCE",
                        "revoke agent.files fs.read " + notes),
                plugins.done);
    }

    @Test
    void leaving_out_what_it_is_for_grants_nothing() {
        assertEquals(2, run("plugins", "grant", "agent.files", "fs.read"));
        assertEquals("""
                officina: The permission fs.read is for something, which is not named.
                  For example: officina plugins grant PLUGIN fs.read FOLDER; in quotes, '*' stands for all.
                """, text(err));
        assertEquals(2, run("plugins", "grant", "agent.files", "fs.read", "one", "two"), "what a shell makes of *");
        assertEquals(List.of(), plugins.done);
    }

    @Test
    void words_that_mean_nothing_change_nothing() {
        assertEquals(2, run("plugins", "grant", "agent.files", "fs.eat", "x"));
        assertTrue(text(err).startsWith("officina: There is no permission \"fs.eat\"."), text(err));
        assertEquals(2, run("plugins", "info", "No Such Thing"));
        assertEquals(1, run("plugins", "info", "agent.nobody"));
        assertEquals(2, run("plugins", "grant", "agent.files", "notify", "--once", "--project", "x"));
        assertEquals(List.of(), plugins.done);
    }

    @Test
    void a_bundle_is_checked_without_opening_any_data() {
        assertEquals(0, run("plugins", "check", "sound.jar"));
        assertEquals("The bundle example\n\nNothing is wrong with what it declares.\n", text(out));
        out.reset();
        found = new CheckedBundle(
                "example.files",
                "The Example Company",
                List.of(new CheckedBundle.Declared(FakePlugins.FILES, "agent", "1.0")),
                List.of(new PermissionRequest(
                        new Permission(PermissionType.FS_READ, "*"), "To look\u001b[2J for files.", true)),
                List.of("It can do much."),
                List.of("fs.burn: There is no such permission."));
        assertEquals(1, run("plugins", "check", "bundle.jar"));
        assertEquals("""
                The bundle example.files, which says that it is by The Example Company
                  agent.files (agent), version 1.0

                It asks for:
                  fs.read *, optional
                      To look\ufffd[2J for files.

                It can do much.

                What is wrong:
                  fs.burn: There is no such permission.
                """, text(out));
        assertEquals(2, checked.size());
        assertTrue(checked.stream().allMatch(Path::isAbsolute), checked.toString());
        out.reset();
        assertEquals(1, run("plugins", "check", "bundle.jar", "--json"));
        JsonObject json = (JsonObject) Json.parse(text(out).strip());
        assertEquals("example.files", json.requireText("bundle"));
    }

    private FakeFactory factory() {
        FakeFactory made = new FakeFactory(_ -> FakeEngine.of(plugins));
        made.found = found;
        made.checked = checked;
        return made;
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal, new EngineDoor(this::factory, "1.2.3", Duration.ZERO), Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
