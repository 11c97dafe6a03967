// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring;
import officina.vault.internal.keyring.SecretBytes;

/** A keyring that a test can lock, empty or take away. */
final class MemoryKeyring implements Keyring {

    enum State {
        OPEN,
        LOCKED,
        UNREACHABLE
    }

    final Map<UUID, byte[]> secrets = new HashMap<>();
    State state = State.OPEN;
    boolean tried = true;

    @Override
    public String name() {
        return "the keyring of the test";
    }

    @Override
    public boolean isTried() {
        return tried;
    }

    @Override
    public Finding find(UUID id) {
        return switch (state) {
            case LOCKED -> new Finding.Locked();
            case UNREACHABLE -> new Finding.Unreachable("it is away");
            case OPEN -> {
                byte[] secret = secrets.get(id);
                yield secret == null ? new Finding.Missing() : new Finding.Found(new SecretBytes(secret.clone()));
            }
        };
    }

    @Override
    public boolean keep(UUID id, byte[] secret) {
        if (state != State.OPEN) {
            return false;
        }
        secrets.put(id, secret.clone());
        return true;
    }

    @Override
    public void forget(UUID id) {
        secrets.remove(id);
    }
}
