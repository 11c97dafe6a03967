// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseStrengthTests {

    @ParameterizedTest
    @CsvSource({
        "a, WEAK",
        "aaaaaaaaaaaaaaaaaaaaaaaa, WEAK",
        "Passw0rd, WEAK",
        "three grey herons, FAIR",
        "three grey herons in the Rain at 5, GOOD"
    })
    void length_and_variety_make_strength(String passphrase, PassphraseStrength strength) {
        assertEquals(strength, PassphraseStrength.of(passphrase.toCharArray()));
    }
}
