// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import officina.vault.internal.keyring.Keyring.Finding;
import org.junit.jupiter.api.Test;

/** What Windows is given, byte by byte as its header files say, in the memory of any system. */
class CredentialTests {

    private static final UUID ID = UUID.fromString("0198a5d2-0000-7000-8000-00000000000a");

    @Test
    void the_structure_lies_as_in_64_bit_windows() {
        assertEquals(80, Credential.LAYOUT.byteSize());
        assertEquals(8, Credential.LAYOUT.byteAlignment());
    }

    @Test
    void every_field_is_where_windows_looks_for_it() {
        byte[] secret = {7, 0, -1};
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, secret);
            MemorySegment credential = Credential.of(arena, "Größe", bytes);

            assertEquals(
                    List.of(0, 1, 0, 0, 3, 2, 0),
                    IntStream.of(0, 4, 24, 28, 32, 48, 52)
                            .mapToObj(at -> credential.get(ValueLayout.JAVA_INT, at))
                            .toList(),
                    "flags, type, time twice, size, persistence, attributes");
            assertEquals("Größe", wide(credential, 8));
            assertEquals("officina", wide(credential, 72));
            assertEquals(
                    bytes.address(), credential.get(ValueLayout.ADDRESS, 40).address());
            for (int unused : List.of(16, 56, 64)) {
                assertEquals(0, credential.get(ValueLayout.ADDRESS, unused).address());
            }
            assertArrayEquals(secret, Credential.secret(MemorySegment.ofAddress(credential.address())));
        }
    }

    private static String wide(MemorySegment credential, long at) {
        return credential.get(ValueLayout.ADDRESS, at).reinterpret(100).getString(0, StandardCharsets.UTF_16LE);
    }

    @Test
    void texts_are_utf_16_and_end_with_a_zero() {
        try (Arena arena = Arena.ofConfined()) {
            assertArrayEquals(
                    new byte[] {'O', 0, (byte) 0xAC, 0x20, 0, 0},
                    Credential.wide(arena, "O\u20AC").toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void sizes_that_cannot_be_are_refused() {
        try (Arena arena = Arena.ofConfined()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Credential.of(arena, "x", arena.allocate(Credential.MOST_BYTES + 1)));
            MemorySegment wrong = Credential.of(arena, "x", arena.allocate(8));
            wrong.set(ValueLayout.JAVA_INT, 32, -1);
            assertThrows(IllegalStateException.class, () -> Credential.secret(wrong));
            wrong.set(ValueLayout.JAVA_INT, 32, Integer.MAX_VALUE);
            assertThrows(IllegalStateException.class, () -> Credential.secret(wrong));
        }
    }

    @Test
    void errors_mean_what_windows_documents() {
        assertEquals(new Finding.Missing(), CredentialManager.meaning(1168));
        assertEquals(
                new Finding.Unreachable("this session of Windows keeps no credentials"),
                CredentialManager.meaning(1312));
        assertEquals(new Finding.Unreachable("Windows refuses with error 5"), CredentialManager.meaning(5));
    }

    @Test
    void a_person_finds_it_by_the_name_of_the_program() {
        assertEquals("Officina/data-key/" + ID, CredentialManager.target(ID));
    }
}
