// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The providers of a framework and the handles they get. */
@NullMarked
package officina.model.internal;

import org.jspecify.annotations.NullMarked;
