// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Which agent gets a query, without any model. */
@NullMarked
package officina.orchestrator.local.internal.route;

import org.jspecify.annotations.NullMarked;
