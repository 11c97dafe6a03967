// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Runs plug-ins of others: each in a plug-in host of its own, which the sandbox keeps in. */
@NullMarked
package officina.host.pool;

import org.jspecify.annotations.NullMarked;
