// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Entities in natural language: dates, times, priorities, quantities, people, quoted titles. */
@NullMarked
package officina.api.language;

import org.jspecify.annotations.NullMarked;
