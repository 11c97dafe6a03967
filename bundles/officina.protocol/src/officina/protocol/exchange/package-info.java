// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Two processes that lend each other objects: calls of the interfaces of {@code officina.api} that travel. */
@NullMarked
package officina.protocol.exchange;

import org.jspecify.annotations.NullMarked;
