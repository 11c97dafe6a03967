// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What an author of a batch agent implements, and what it is given: work that is done by itself at certain times. */
@NullMarked
package officina.api.batch;

import org.jspecify.annotations.NullMarked;
