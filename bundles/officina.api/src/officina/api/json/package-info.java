// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** JSON values (RFC 8259) as plain Java, free of any JSON library. */
@NullMarked
package officina.api.json;

import org.jspecify.annotations.NullMarked;
