// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Text, Markdown and source code. */
@NullMarked
package officina.document.internal.text;

import org.jspecify.annotations.NullMarked;
