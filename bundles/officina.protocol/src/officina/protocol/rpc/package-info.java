// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** JSON-RPC 2.0, one message a line: messages, errors, lines with limits. Knows no transport and no method. */
@NullMarked
package officina.protocol.rpc;

import org.jspecify.annotations.NullMarked;
