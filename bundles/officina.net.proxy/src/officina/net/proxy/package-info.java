// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The way to the network for a program in the sandbox that brings its own client: one socket, granted hosts alone. */
@NullMarked
package officina.net.proxy;

import org.jspecify.annotations.NullMarked;
