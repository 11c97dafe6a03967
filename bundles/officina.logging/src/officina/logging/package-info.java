// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Log lines in rotated files of the data folder, by Logback. */
@NullMarked
package officina.logging;

import org.jspecify.annotations.NullMarked;
