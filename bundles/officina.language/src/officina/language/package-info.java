// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Finds dates, times, priorities, quantities, people and quoted titles in a text, without any model. */
@NullMarked
package officina.language;

import org.jspecify.annotations.NullMarked;
