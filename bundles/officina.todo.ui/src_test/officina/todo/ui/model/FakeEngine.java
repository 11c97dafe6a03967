// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

import officina.engine.Activity;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.Keys;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sessions;
import officina.engine.SettingsService;

/** An engine that has to-dos and nothing else. */
record FakeEngine(FakeTodos todos, Runs runs) implements Engine {

    FakeEngine(FakeTodos todos) {
        this(todos, new FakeRuns(todos));
    }

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException("the to-do view reads no sessions");
    }

    @Override
    public SettingsService settings() {
        throw new UnsupportedOperationException("the to-do view reads no settings");
    }

    @Override
    public Activity activity() {
        throw new UnsupportedOperationException("the to-do view reads no activity");
    }

    @Override
    public Projects projects() {
        throw new UnsupportedOperationException("nobody asks for projects here");
    }

    @Override
    public Diagnostics diagnostics() {
        throw new UnsupportedOperationException("the to-do view diagnoses nothing");
    }

    @Override
    public Keys keys() {
        throw new UnsupportedOperationException("the to-do view changes no keys");
    }

    @Override
    public void close() {}
}
