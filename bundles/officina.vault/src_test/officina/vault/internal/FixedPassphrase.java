// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.util.ArrayList;
import java.util.List;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;

/** Answers every time the same, and remembers what it was asked. */
final class FixedPassphrase implements PassphraseSource {

    final List<PassphraseRequest> requests = new ArrayList<>();
    private final String passphrase;

    FixedPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    @Override
    public char[] ask(PassphraseRequest request) {
        requests.add(request);
        return passphrase.toCharArray();
    }
}
