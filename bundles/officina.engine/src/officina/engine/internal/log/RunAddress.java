// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.core.run.Draft;

/** Where events go and in whose name. */
public record RunAddress(SessionId session, RunId run, Origin origin) {

    /** The same run in the name of one more actor. */
    public RunAddress as(PluginId actor) {
        return new RunAddress(session, run, origin.then(actor));
    }

    Draft draft(RunEvent event) {
        return new Draft(session, run, origin, event);
    }
}
