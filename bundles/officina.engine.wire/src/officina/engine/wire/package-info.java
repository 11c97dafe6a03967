// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What both ends of an attachment agree on: methods, handshake, place of the socket, connections. */
@NullMarked
package officina.engine.wire;

import org.jspecify.annotations.NullMarked;
