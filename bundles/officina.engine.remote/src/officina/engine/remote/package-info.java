// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** An engine of another process, as if it were here. */
@NullMarked
package officina.engine.remote;

import org.jspecify.annotations.NullMarked;
