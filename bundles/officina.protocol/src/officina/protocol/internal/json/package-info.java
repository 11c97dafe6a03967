// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** JSON text to JSON values and back, within limits; the only code that knows the JSON library. */
@NullMarked
package officina.protocol.internal.json;

import org.jspecify.annotations.NullMarked;
