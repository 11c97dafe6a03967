// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.ArrayList;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.engine.Activity;
import officina.engine.Automations;
import officina.engine.Corrections;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.Keys;
import officina.engine.Knowledge;
import officina.engine.MailAccounts;
import officina.engine.Models;
import officina.engine.PersonalData;
import officina.engine.Plugins;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sample;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Todos;

/** An engine that only has keys, and remembers what was done with them. */
final class KeysEngine implements Engine, Keys {

    static final String PHRASE = "letter advice cage absurd amount doctor acoustic avoid letter advice cage above";

    final List<String> done = new ArrayList<>();
    boolean keyring;
    boolean closed;

    @Override
    public Keys keys() {
        return this;
    }

    @Override
    public KeyState state() {
        return new KeyState(Storage.PASSPHRASE, "It is kept.", Phrase.UNCHECKED);
    }

    @Override
    public void usePassphrase(SecretText passphrase) {
        done.add("passphrase " + new String(passphrase.copy()));
    }

    @Override
    public void useKeyring() {
        if (!keyring) {
            throw new FailureException(
                    Failure.of("vault.keyring-unusable", ErrorKind.RESOURCE, "No keyring.", "Start one."));
        }
        done.add("keyring");
    }

    @Override
    public SecretText newPhrase() {
        return new SecretText(PHRASE.toCharArray());
    }

    @Override
    public void checkPhrase(SecretText typed) {
        done.add("check " + new String(typed.copy()).strip());
    }

    @Override
    public void removePhrase() {
        done.add("remove");
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public Runs runs() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public Todos todos() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public Activity activity() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException("only keys");
    }

    @Override
    public PersonalData data() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public Models models() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public Sample sample() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public Knowledge knowledge() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public Corrections corrections() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public Plugins plugins() {
        throw new UnsupportedOperationException("nobody takes all data here");
    }

    @Override
    public MailAccounts mail() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Automations automations() {
        throw new UnsupportedOperationException("nothing works by itself here");
    }

    @Override
    public void close() {
        closed = true;
    }
}
