// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Data records that agents and people work on, with their fields. */
@NullMarked
package officina.api.record;

import org.jspecify.annotations.NullMarked;
