// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** How such processes are started on Linux. */
@NullMarked
package officina.sandbox.internal;

import org.jspecify.annotations.NullMarked;
