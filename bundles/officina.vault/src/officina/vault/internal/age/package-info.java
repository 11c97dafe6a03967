// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The file format of age. */
@NullMarked
package officina.vault.internal.age;

import org.jspecify.annotations.NullMarked;
