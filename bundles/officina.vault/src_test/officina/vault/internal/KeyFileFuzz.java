// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import officina.api.error.FailureException;

/** Any bytes as a key file: it is read, or refused with a failure. Run by {@code releng/scripts/fuzz}. */
public final class KeyFileFuzz {

    private static final int DIGEST = 32;

    private KeyFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        read(data);
        // with the right check sum behind it: else nothing behind the check would be tried
        byte[] digest = Crypto.sha256(data, data.length);
        byte[] whole = Arrays.copyOf(data, data.length + DIGEST);
        System.arraycopy(digest, 0, whole, data.length, DIGEST);
        read(whole);
    }

    private static void read(byte[] bytes) {
        KeyFile file;
        try {
            file = KeyFile.parse(bytes);
        } catch (FailureException _) {
            return;
        }
        for (Wrapping each : file.wrappings()) {
            if (each.kind() == Wrapping.PASSPHRASE) {
                try {
                    Argon2.read(each.body().duplicate());
                } catch (BufferUnderflowException | IllegalArgumentException _) {
                    // what its callers expect, and call damage
                }
            }
        }
        if (!KeyFile.parse(file.bytes()).wrappings().equals(file.wrappings())) {
            throw new AssertionError("not the same when written and read again");
        }
    }

    public static List<byte[]> seeds() {
        Wrapping passphrase =
                PassphraseLock.wrap(new UUID(1, 2), new byte[Crypto.KEY], Argon2.fresh(1, 64), "x".toCharArray());
        byte[] whole = new KeyFile(new UUID(1, 2), List.of(passphrase)).bytes();
        byte[] other = new KeyFile(
                        new UUID(3, 4),
                        List.of(Wrapping.of(77, ByteBuffer.allocate(9).array())))
                .bytes();
        return List.of(Arrays.copyOf(whole, whole.length - DIGEST), Arrays.copyOf(other, other.length - DIGEST), whole);
    }
}
