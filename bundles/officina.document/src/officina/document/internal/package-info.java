// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What all readers share: kinds, limits, effort, troubles. */
@NullMarked
package officina.document.internal;

import org.jspecify.annotations.NullMarked;
