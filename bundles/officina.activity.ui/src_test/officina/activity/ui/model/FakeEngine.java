// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import officina.engine.Activity;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.Keys;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Todos;

/** An engine that has a log, its sessions and nothing else. */
record FakeEngine(FakeActivity log) implements Engine {

    @Override
    public Sessions sessions() {
        return log;
    }

    @Override
    public Activity activity() {
        return log;
    }

    @Override
    public Runs runs() {
        throw new UnsupportedOperationException("the activity view reads no runs");
    }

    @Override
    public Todos todos() {
        throw new UnsupportedOperationException("the activity view reads no to-dos");
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException("the activity view reads no settings");
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException("nobody asks for projects here");
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException("the activity view diagnoses nothing");
    }

    @Override
    public Keys keys() {
        throw new UnsupportedOperationException("the activity view changes no keys");
    }

    @Override
    public void close() {}
}
