// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The Engine API: what owns a data folder, in process and, over a socket, from another process. */
@NullMarked
package officina.engine;

import org.jspecify.annotations.NullMarked;
