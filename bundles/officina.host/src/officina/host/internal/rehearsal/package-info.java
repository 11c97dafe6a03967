// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The plug-in that a host is rehearsed with. */
@NullMarked
package officina.host.internal.rehearsal;

import org.jspecify.annotations.NullMarked;
