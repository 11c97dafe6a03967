// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Deleting conversations: on demand, and by what a project keeps. */
@NullMarked
package officina.engine.internal.retention;

import org.jspecify.annotations.NullMarked;
