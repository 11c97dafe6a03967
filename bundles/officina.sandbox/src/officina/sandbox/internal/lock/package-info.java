// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The program that locks itself in and becomes another one. Needs nothing but the JDK: it is started on its own. */
@NullMarked
package officina.sandbox.internal.lock;

import org.jspecify.annotations.NullMarked;
