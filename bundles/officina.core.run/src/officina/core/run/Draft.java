// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;

/** An event that is not in the journal yet: it has no number, position or time. */
public record Draft(SessionId session, RunId run, Origin origin, RunEvent event) {}
