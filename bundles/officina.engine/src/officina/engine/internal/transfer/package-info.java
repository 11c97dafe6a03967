// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Sessions as files: the format, writing, checking and bringing them in. */
@NullMarked
package officina.engine.internal.transfer;

import org.jspecify.annotations.NullMarked;
