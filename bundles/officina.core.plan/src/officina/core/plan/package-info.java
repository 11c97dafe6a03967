// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Execution plans: building, checking and running them. */
@NullMarked
package officina.core.plan;

import org.jspecify.annotations.NullMarked;
