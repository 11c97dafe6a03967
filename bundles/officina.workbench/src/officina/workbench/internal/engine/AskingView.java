// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import officina.base.Closeables;
import officina.ui.base.EngineAccess;
import officina.ui.base.EngineState;
import officina.ui.base.Views;

/**
 * Brings the view that asks for the passphrase to the front when it is needed, at a start as well as after another
 * process is gone that had the data: whatever lies in front of it only says that it waits. On the UI thread.
 */
public final class AskingView implements AutoCloseable {

    private final Views views;
    private final Closeables owned = new Closeables();
    private boolean asking;

    public AskingView(EngineAccess engine, Views views) {
        this.views = views;
        owned.own(engine.onState(this::engineIs));
    }

    /** A wrong passphrase is asked for again where the person is. */
    private void engineIs(EngineState state) {
        switch (state) {
            case EngineState.NeedsPassphrase _ -> {
                if (!asking) {
                    asking = true;
                    views.show(Views.CONVERSATION);
                }
            }
            case EngineState.Ready _, EngineState.Failed _ -> asking = false;
            case EngineState.Starting _, EngineState.Closed _ -> {}
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
