// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring.Finding;

/**
 * What every open keyring promises, to be checked with the real one of a system: plain code, so that it runs in whatever
 * session has the keyring. Uses identifiers of its own and removes what it kept.
 */
final class KeyringContract {

    /** One promise: throws {@link AssertionError} where it is not kept. */
    @FunctionalInterface
    private interface Promise {
        void check(Keyring keyring, UUID id);
    }

    private static final SequencedMap<String, Promise> PROMISES = new LinkedHashMap<>();

    static {
        PROMISES.put("gives back what it kept", (keyring, id) -> {
            requireKept(keyring, id, key(1));
            requireFound(keyring, id, key(1));
            requireFound(keyring, id, key(1));
        });
        PROMISES.put("does not have what was never kept", (keyring, id) -> requireMissing(keyring, id));
        PROMISES.put("keeps any bytes", (keyring, id) -> {
            for (byte[] secret : List.of(every(), new byte[32], new byte[] {0}, new byte[] {-1, 0, 13, 10, 0, -128})) {
                requireKept(keyring, id, secret);
                requireFound(keyring, id, secret);
            }
        });
        PROMISES.put("keeps the newer in place of the older", (keyring, id) -> {
            requireKept(keyring, id, key(1));
            requireKept(keyring, id, key(2));
            requireFound(keyring, id, key(2));
            keyring.forget(id);
            requireMissing(keyring, id);
        });
        PROMISES.put("does not mix what has different identifiers", (keyring, id) -> {
            UUID other = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1);
            try {
                requireKept(keyring, id, key(1));
                requireMissing(keyring, other);
                requireKept(keyring, other, key(2));
                keyring.forget(id);
                requireMissing(keyring, id);
                requireFound(keyring, other, key(2));
            } finally {
                keyring.forget(other);
            }
        });
        PROMISES.put("forgets, and what is not there as well", (keyring, id) -> {
            keyring.forget(id);
            requireKept(keyring, id, key(1));
            keyring.forget(id);
            requireMissing(keyring, id);
            keyring.forget(id);
        });
        PROMISES.put("does not hold on to the array that it was given", (keyring, id) -> {
            byte[] secret = key(1);
            requireKept(keyring, id, secret);
            Arrays.fill(secret, (byte) 0);
            requireFound(keyring, id, key(1));
        });
        PROMISES.put("has a name", (keyring, _) -> require(!keyring.name().isBlank(), "it has none"));
    }

    private KeyringContract() {}

    /** The promises that this keyring does not keep, with what happened; empty for one that does what it should. */
    static List<String> broken(Keyring keyring) {
        List<String> broken = new ArrayList<>();
        PROMISES.forEach((promise, check) -> {
            UUID id = UUID.randomUUID();
            try {
                check.check(keyring, id);
            } catch (AssertionError | RuntimeException e) {
                broken.add(promise + ": " + e.getMessage());
            } finally {
                keyring.forget(id);
            }
        });
        return broken;
    }

    private static void requireKept(Keyring keyring, UUID id, byte[] secret) {
        require(keyring.keep(id, secret), "a secret of " + secret.length + " bytes is not kept");
    }

    private static void requireFound(Keyring keyring, UUID id, byte[] secret) {
        Finding finding = keyring.find(id);
        if (finding instanceof Finding.Found(SecretBytes found)) {
            try (found) {
                require(Arrays.equals(secret, found.bytes()), "another secret of " + found.bytes().length + " bytes");
            }
        } else {
            throw new AssertionError("not found: " + finding);
        }
    }

    private static void requireMissing(Keyring keyring, UUID id) {
        Finding finding = keyring.find(id);
        require(finding instanceof Finding.Missing, "not missing: " + finding);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }

    private static byte[] every() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        return every;
    }
}
