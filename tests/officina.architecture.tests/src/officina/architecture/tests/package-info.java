// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The rules of the house, checked on what was built. Each rule is shown to fail on something broken. */
@NullMarked
package officina.architecture.tests;

import org.jspecify.annotations.NullMarked;
