// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The program in the sandbox: a framework with one plug-in, and a connection to the engine over its pipes. */
@NullMarked
package officina.host.internal;

import org.jspecify.annotations.NullMarked;
