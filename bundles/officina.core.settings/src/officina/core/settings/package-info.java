// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Settings: which exist, what they may be, and how scopes cascade. */
@NullMarked
package officina.core.settings;

import org.jspecify.annotations.NullMarked;
