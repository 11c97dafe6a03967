// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.util.UUID;

/** Stands where there is no keyring, or where it is not wanted. */
public record NoKeyring(String reason) implements Keyring {

    @Override
    public String name() {
        return "no keyring";
    }

    @Override
    public boolean isTried() {
        return true;
    }

    @Override
    public Finding find(UUID id) {
        return new Finding.Unreachable(reason);
    }

    @Override
    public boolean keep(UUID id, byte[] secret) {
        return false;
    }

    @Override
    public void forget(UUID id) {
        // nothing is kept
    }
}
