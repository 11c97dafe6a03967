// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import officina.engine.Engine;
import officina.engine.History;
import officina.engine.HolderWindow;

/** What attached processes may call. */
record Served(Engine engine, History history, HolderWindow window) {}
