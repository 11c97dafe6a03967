// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import officina.vault.internal.keyring.Keyring.Finding;
import org.junit.jupiter.api.Test;

class KeychainTests {

    @Test
    void statuses_mean_what_macos_documents() {
        Map.of(
                        -25_300, new Finding.Missing(),
                        -25_308, new Finding.Locked(),
                        -25_293, new Finding.Locked(),
                        -128, new Finding.Locked(),
                        -25_291, new Finding.Unreachable("there is no keychain"),
                        -25_307, new Finding.Unreachable("there is no keychain"),
                        -50, new Finding.Unreachable("the keychain refuses with status -50"))
                .forEach((status, finding) -> assertEquals(finding, Keychain.meaning(status), "status " + status));
    }

    @Test
    void arrays_hold_one_pointer_after_another() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array =
                    CoreFoundation.array(arena, List.of(MemorySegment.ofAddress(7), MemorySegment.ofAddress(9)));
            assertArrayEquals(new long[] {7, 9}, array.toArray(ValueLayout.JAVA_LONG));
        }
    }
}
