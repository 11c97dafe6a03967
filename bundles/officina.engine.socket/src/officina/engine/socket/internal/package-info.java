// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Lets other processes of the same user attach to an engine through a Unix domain socket. */
@NullMarked
package officina.engine.socket.internal;

import org.jspecify.annotations.NullMarked;
