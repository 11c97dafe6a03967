// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Finds the profiles of browsers on this machine and reads addresses and titles from copies of them. */
@NullMarked
package officina.engine.internal.browser;

import org.jspecify.annotations.NullMarked;
