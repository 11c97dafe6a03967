// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The page of plug-ins: what they are, what they ask for, and what the person allows them. */
@NullMarked
package officina.plugins.ui;

import org.jspecify.annotations.NullMarked;
