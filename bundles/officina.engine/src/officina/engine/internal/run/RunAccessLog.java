// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import officina.api.event.RunEvent;
import officina.api.permission.AccessRecord;
import officina.core.plugin.AccessLog;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;

/** Each use and refusal of a permission is an event of its run, in the name of the plug-in. */
record RunAccessLog(EventLog log, RunAddress address) implements AccessLog {

    @Override
    public void used(AccessRecord access) {
        log.append(address, List.of(new RunEvent.AccessUsed(access)));
    }

    @Override
    public void denied(AccessRecord access) {
        log.append(address, List.of(new RunEvent.AccessDenied(access)));
    }
}
