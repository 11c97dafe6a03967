// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What a person hands over when something does not work. */
@NullMarked
package officina.engine.internal.diagnostic;

import org.jspecify.annotations.NullMarked;
