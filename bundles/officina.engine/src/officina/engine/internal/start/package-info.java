// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Opening a data folder: lock, format, first records, grants of bundled plug-ins. */
@NullMarked
package officina.engine.internal.start;

import org.jspecify.annotations.NullMarked;
