// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Documents in files: passages of their text, where those stand, what changed in a folder, what could not be read. */
@NullMarked
package officina.api.document;

import org.jspecify.annotations.NullMarked;
