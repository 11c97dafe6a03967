// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring.Finding;

/** Keeps secrets in memory, as a system does that works. */
class MemoryStore implements SecretStore {

    final Map<UUID, byte[]> secrets = new HashMap<>();

    @Override
    public synchronized Finding read(UUID id) {
        byte[] secret = secrets.get(id);
        return secret == null ? new Finding.Missing() : new Finding.Found(new SecretBytes(secret.clone()));
    }

    @Override
    public synchronized Finding write(UUID id, byte[] secret) {
        secrets.put(id, secret.clone());
        return new Finding.Missing();
    }

    @Override
    public synchronized void delete(UUID id) {
        secrets.remove(id);
    }
}
