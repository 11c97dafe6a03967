// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Driving runs through the orchestrator, and the handles it is given. */
@NullMarked
package officina.engine.internal.run;

import org.jspecify.annotations.NullMarked;
