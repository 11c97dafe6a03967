// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The program that tries to break out. Needs nothing but the JDK: it is started on its own. */
@NullMarked
package officina.sandbox.internal.probe;

import org.jspecify.annotations.NullMarked;
