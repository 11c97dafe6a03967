// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

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

/** An engine of which only the closing is looked at. */
final class FakeEngine implements Engine {

    volatile boolean closed;

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runs runs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Todos todos() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Activity activity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException("nobody asks for projects here");
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Keys keys() {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException("nobody has mail here");
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
