// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The services of the Engine API. */
@NullMarked
package officina.engine.internal.service;

import org.jspecify.annotations.NullMarked;
