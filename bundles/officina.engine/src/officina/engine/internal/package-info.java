// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The assembly of the local engine. */
@NullMarked
package officina.engine.internal;

import org.jspecify.annotations.NullMarked;
