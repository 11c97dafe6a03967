// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.engine.Activity;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Todos;

/** An engine that has keys and nothing else. */
record FakeEngine(FakeKeys keys) implements Engine {

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException("the page asks for nothing of this kind");
    }

    @Override
    public Activity activity() {
        throw new UnsupportedOperationException("the page asks for nothing of this kind");
    }

    @Override
    public Runs runs() {
        throw new UnsupportedOperationException("the page asks for no runs");
    }

    @Override
    public Todos todos() {
        throw new UnsupportedOperationException("the page asks for no to-dos");
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException("the page asks for no settings");
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException("the page asks for no projects");
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException("the page asks for no nothing");
    }

    @Override
    public void close() {}
}
