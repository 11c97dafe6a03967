// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyringsTests {

    private static final UUID ID = new UUID(1, 2);

    @Test
    void says_why_there_is_none() {
        Keyring none = new NoKeyring("it is a test");

        assertEquals(new Keyring.Finding.Unreachable("it is a test"), none.find(ID));
        assertFalse(none.keep(ID, new byte[32]));
    }

    @Test
    void does_not_ask_the_library_without_a_session_bus() {
        assertEquals(
                new Keyring.Finding.Unreachable("there is no session bus"),
                new SecretServiceKeyring(Map.of("XDG_RUNTIME_DIR", "/nowhere")).find(ID));
    }

    @Test
    void each_system_has_its_own() {
        assertEquals(
                List.of(
                        "the keyring of the desktop (Secret Service) true",
                        "the Credential Manager of Windows false",
                        "the Keychain of macOS false",
                        "no keyring true"),
                Stream.of("Linux", "Windows 11", "Mac OS X", "Plan 9")
                        .map(system -> Keyrings.of(system, Map.of()))
                        .map(keyring -> keyring.name() + " " + keyring.isTried())
                        .toList());
    }

    @Test
    void prints_no_secret() {
        assertEquals("***", new SecretBytes(new byte[] {65, 66, 67}).toString());
    }
}
