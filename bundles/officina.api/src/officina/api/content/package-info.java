// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a message consists of: text, code, images, files and tool parts. */
@NullMarked
package officina.api.content;

import org.jspecify.annotations.NullMarked;
