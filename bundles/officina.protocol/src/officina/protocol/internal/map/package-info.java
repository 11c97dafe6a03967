// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What every mapper needs: reading members with clear errors, building objects, names of constants. */
@NullMarked
package officina.protocol.internal.map;

import org.jspecify.annotations.NullMarked;
