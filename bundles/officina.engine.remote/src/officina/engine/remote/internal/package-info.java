// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The way to the other process: connection, calls, subscriptions. */
@NullMarked
package officina.engine.remote.internal;

import org.jspecify.annotations.NullMarked;
