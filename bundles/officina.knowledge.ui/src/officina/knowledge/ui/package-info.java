// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The person's documents: which folders are read, what is found in them, and the document at the place. */
@NullMarked
package officina.knowledge.ui;

import org.jspecify.annotations.NullMarked;
