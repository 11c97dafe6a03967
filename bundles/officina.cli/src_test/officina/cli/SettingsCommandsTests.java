// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;

class SettingsCommandsTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeSettings settings = new FakeSettings();

    @Test
    void a_setting_holds_for_all_until_a_project_has_its_own() {
        assertEquals("retention.days = 30\n", said("settings", "set", "retention.days", "30"));
        assertEquals("30\n", said("settings", "get", "retention.days", "--project", "garden"));
        assertEquals("retention.days = 7\n", said("settings", "set", "retention.days", "7", "--project", "Garden"));
        assertEquals("30\n", said("settings", "get", "retention.days"));
        assertEquals(
                "{\"key\":\"retention.days\",\"value\":7,\"scope\":\"project\"}\n",
                said("settings", "get", "retention.days", "--json", "--project", FakeSettings.GARDEN.toString()));
        assertEquals(
                "{\"key\":\"retention.days\",\"value\":30,\"scope\":\"global\"}\n",
                said("settings", "get", "retention.days", "--json", "--project", "Home"));
        assertEquals(
                "retention.days = 30\n", said("settings", "set", "retention.days", "default", "--project", "Garden"));
        assertEquals("retention.days = 0\n", said("settings", "set", "retention.days", "default"));
    }

    @Test
    void the_list_says_what_holds_in_a_project_and_where_it_was_set() {
        said("settings", "set", "retention.sessions", "9");
        said("settings", "set", "conversation.execution-mode", "direct", "--project", "Garden");
        String list = said("settings", "list", "--project", "Garden").replaceAll(" +", " ");
        assertTrue(list.contains("conversation.execution-mode direct project "), list);
        assertTrue(list.contains("retention.sessions 9 global "), list);
        assertTrue(list.contains("appearance.theme system default "), list);
        assertTrue(
                said("settings", "list").replaceAll(" +", " ").contains("conversation.execution-mode plan default "));
    }

    @Test
    void what_is_for_the_whole_window_is_refused_for_a_project() {
        assertEquals(1, run("settings", "set", "appearance.theme", "dark", "--project", "Garden"));
        assertEquals(
                "officina: The setting \"appearance.theme\" cannot be set for one project.\n  Set it for all.\n",
                text(err));
    }

    @Test
    void a_project_that_is_not_there_is_a_wrong_word() {
        assertEquals(2, run("settings", "set", "retention.days", "7", "--project", "Moon"));
        assertTrue(text(err).startsWith("officina: There is no project \"Moon\"."), text(err));
    }

    @Test
    void a_setting_that_is_not_there_is_a_wrong_word() {
        assertEquals(2, run("settings", "get", "no.such"));
        assertTrue(text(err).startsWith("officina: There is no setting \"no.such\"."), text(err));
        assertEquals(2, run("settings", "set", "no.such", "1"));
    }

    private String said(String... words) {
        out.reset();
        assertEquals(0, run(words), () -> text(err));
        return text(out);
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> settings.engine()), "1.2.3", Duration.ZERO),
                Map.of("HOME", "/nowhere"));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
