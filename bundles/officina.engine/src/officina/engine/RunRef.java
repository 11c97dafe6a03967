// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.RunId;
import officina.api.id.SessionId;

/** A run and its session. */
public record RunRef(SessionId session, RunId run) {}
