// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The structure {@code CREDENTIALW} of 64-bit Windows (wincred.h), as far as it is used here. */
final class Credential {

    /** {@code CRED_TYPE_GENERIC}: of a program, and nothing that Windows itself signs in with. */
    static final int GENERIC = 1;

    /** {@code CRED_PERSIST_LOCAL_MACHINE}: survives signing out, and does not travel with a roaming profile. */
    static final int LOCAL_MACHINE = 2;

    /** {@code CRED_MAX_CREDENTIAL_BLOB_SIZE}. */
    static final int MOST_BYTES = 5 * 512;

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt DWORD = ValueLayout.JAVA_INT;

    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            DWORD.withName("Flags"),
            DWORD.withName("Type"),
            POINTER.withName("TargetName"),
            POINTER.withName("Comment"),
            MemoryLayout.structLayout(DWORD, DWORD).withName("LastWritten"),
            DWORD.withName("CredentialBlobSize"),
            MemoryLayout.paddingLayout(4),
            POINTER.withName("CredentialBlob"),
            DWORD.withName("Persist"),
            DWORD.withName("AttributeCount"),
            POINTER.withName("Attributes"),
            POINTER.withName("TargetAlias"),
            POINTER.withName("UserName"));

    private Credential() {}

    /** A text as Windows takes it: UTF-16, little-endian, with a zero at its end. */
    static MemorySegment wide(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    /** A structure to be written; what it points to lives as long as the arena. */
    static MemorySegment of(Arena arena, String target, MemorySegment secret) {
        if (secret.byteSize() > MOST_BYTES) {
            throw new IllegalArgumentException("Windows keeps at most " + MOST_BYTES + " bytes");
        }
        MemorySegment credential = arena.allocate(LAYOUT);
        credential.set(DWORD, at("Type"), GENERIC);
        credential.set(POINTER, at("TargetName"), wide(arena, target));
        credential.set(DWORD, at("CredentialBlobSize"), (int) secret.byteSize());
        credential.set(POINTER, at("CredentialBlob"), secret);
        credential.set(DWORD, at("Persist"), LOCAL_MACHINE);
        credential.set(POINTER, at("UserName"), wide(arena, "officina"));
        return credential;
    }

    /** The secret in a structure that Windows gave; a copy. */
    static byte[] secret(MemorySegment pointer) {
        MemorySegment credential = pointer.reinterpret(LAYOUT.byteSize());
        int size = credential.get(DWORD, at("CredentialBlobSize"));
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("a credential of " + size + " bytes");
        }
        return credential.get(POINTER, at("CredentialBlob")).reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
    }

    private static long at(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }
}
