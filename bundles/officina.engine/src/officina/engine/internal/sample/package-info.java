// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The sample project: what is in it, and how it is kept apart from the person's own. */
@NullMarked
package officina.engine.internal.sample;

import org.jspecify.annotations.NullMarked;
