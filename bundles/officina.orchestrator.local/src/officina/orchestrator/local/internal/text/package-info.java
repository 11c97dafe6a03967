// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Texts that ship beside the classes. */
@NullMarked
package officina.orchestrator.local.internal.text;

import org.jspecify.annotations.NullMarked;
