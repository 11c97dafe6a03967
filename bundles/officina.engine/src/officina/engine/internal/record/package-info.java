// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Changing records: what may be written, computed under one lock, appended as events. */
@NullMarked
package officina.engine.internal.record;

import org.jspecify.annotations.NullMarked;
