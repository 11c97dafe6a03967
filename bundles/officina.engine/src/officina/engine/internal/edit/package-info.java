// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a person changes directly, as small runs of their own. */
@NullMarked
package officina.engine.internal.edit;

import org.jspecify.annotations.NullMarked;
