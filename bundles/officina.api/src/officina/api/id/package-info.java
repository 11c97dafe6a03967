// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Identifiers. Each is a record of its own, so that the compiler keeps them apart. */
@NullMarked
package officina.api.id;

import org.jspecify.annotations.NullMarked;
