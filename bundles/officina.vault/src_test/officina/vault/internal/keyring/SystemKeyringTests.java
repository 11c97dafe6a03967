// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract with the keyring of whoever runs this, on any system: {@code -Dofficina.keyring.contract=true}. It leaves
 * nothing behind. On Linux {@link SecretServiceKeyringTests} does the same in a session of its own.
 */
@EnabledIfSystemProperty(named = "officina.keyring.contract", matches = "true")
class SystemKeyringTests {

    @Test
    void the_keyring_of_this_system_keeps_every_promise() {
        assertEquals(List.of(), KeyringContract.broken(Keyrings.of(System.getProperty("os.name"), System.getenv())));
    }
}
