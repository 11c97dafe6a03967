// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import officina.vault.internal.keyring.DesktopSession.Watched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a real GNOME Keyring where one is installed. What the probe prints is compared whole: it prints nothing else.
 */
class SecretServiceKeyringTests {

    private static final String ID = "0198a5d2-0000-7000-8000-00000000000a";
    private static final String OTHER = "0198a5d2-0000-7000-8000-00000000000b";

    private static final List<String> DISMISSED_ONCE = List.of("Prompt", "dismissed true");

    @TempDir
    private Path home;

    private DesktopSession desktop;

    @BeforeEach
    void a_desktop() {
        assumeTrue(DesktopSession.possible(), "dbus-run-session and gnome-keyring-daemon are needed");
        desktop = new DesktopSession(home);
    }

    @Test
    void keeps_every_promise_of_a_keyring() throws Exception {
        assertEquals("", desktop.unlocked("contract"));
    }

    @Test
    void gives_back_in_a_later_session_what_it_kept() throws Exception {
        assertEquals("kept true", desktop.unlocked("keep", ID, "s3cret"));
        assertEquals("found s3cret", desktop.unlocked("find", ID));
    }

    @Test
    void does_not_have_what_was_never_kept_or_was_forgotten() throws Exception {
        desktop.unlocked("keep", ID, "s3cret");

        assertEquals("missing", desktop.unlocked("find", OTHER));
        assertEquals("forgotten", desktop.unlocked("forget", ID));
        assertEquals("missing", desktop.unlocked("find", ID));
    }

    @Test
    void a_keyring_that_was_lost_is_replaced_by_a_new_one_with_the_recovery_phrase() throws Exception {
        String data = home.resolve("data").toString();
        String key = desktop.unlocked("open", data);
        String phrase = desktop.unlocked("phrase", data);
        Path keys = Path.of(data, "vault.keys");
        byte[] before = Files.readAllBytes(keys);
        assertEquals(new Watched("vault.keyring-locked", DISMISSED_ONCE), desktop.lockedAndWatched("open", data));
        assertArrayEquals(before, Files.readAllBytes(keys));
        assertEquals(key, desktop.unlocked("open", data));

        Path keyrings = home.resolve("share/keyrings");
        Files.move(keyrings, home.resolve("lost"));
        assertEquals("vault.key-lost", desktop.unlocked("open", data));
        assertEquals("vault.keyring-locked", desktop.locked("recover", data, phrase));
        assertEquals(key, desktop.unlocked("recover", data, phrase));
        assertEquals(key, desktop.unlocked("open", data));
        assertEquals(64, key.length(), key);
    }

    @Test
    void says_that_it_is_locked_when_the_prompt_is_dismissed_and_shows_it_once() throws Exception {
        desktop.unlocked("keep", ID, "s3cret");

        assertEquals(new Watched("locked", DISMISSED_ONCE), desktop.lockedAndWatched("find", ID));
        assertEquals(new Watched("kept false", DISMISSED_ONCE), desktop.lockedAndWatched("keep", OTHER, "other"));
        assertEquals("found s3cret", desktop.unlocked("find", ID));
    }

    @Test
    void is_unreachable_on_a_bus_without_keyring() throws Exception {
        assertEquals("unreachable: no keyring answers", desktop.withoutKeyring("find", ID));
        assertEquals("kept false", desktop.withoutKeyring("keep", ID, "s3cret"));
    }

    @Test
    void is_unreachable_without_a_bus() throws Exception {
        assertEquals("unreachable: there is no session bus", desktop.withoutBus("find", ID));
        assertEquals("kept false", desktop.withoutBus("keep", ID, "s3cret"));
    }

    @Test
    void is_unreachable_on_a_bus_that_is_gone() throws Exception {
        assertEquals(
                "unreachable: no keyring answers", desktop.withBus("unix:path=" + home.resolve("gone"), "find", ID));
    }

    @Test
    void does_not_wait_for_ever_for_a_bus_that_says_nothing() throws Exception {
        Path socket = home.resolve("mute");
        try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            mute.bind(UnixDomainSocketAddress.of(socket));
            assertEquals("unreachable: no keyring answers", desktop.withBus("unix:path=" + socket, "find", ID));
        }
    }
}
