// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import officina.base.SecretText;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;

/** Secrets in memory. Any thread. */
public final class KeptSecrets implements VaultSecrets {

    private final Map<String, char[]> secrets = new HashMap<>();

    @Override
    public synchronized Set<String> names() {
        return Set.copyOf(secrets.keySet());
    }

    @Override
    public synchronized @Nullable SecretText find(String name) {
        char[] secret = secrets.get(name);
        return secret == null ? null : new SecretText(secret.clone());
    }

    @Override
    public synchronized void put(String name, SecretText secret) {
        secrets.put(name, secret.copy());
    }

    @Override
    public synchronized void remove(String name) {
        secrets.remove(name);
    }
}
