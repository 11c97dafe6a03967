// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Reading documents into passages, and finding what changed in a folder. */
@NullMarked
package officina.document;

import org.jspecify.annotations.NullMarked;
