// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The page on the person's own data: how it is protected, where it lies, and what they can do with it. */
@NullMarked
package officina.privacy.ui;

import org.jspecify.annotations.NullMarked;
