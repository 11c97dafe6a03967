// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The command line. */
@NullMarked
package officina.cli;

import org.jspecify.annotations.NullMarked;
