// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Draws a transcript: only what is to be seen is laid out, however long it is. */
@NullMarked
package officina.conversation.ui.internal.transcript;

import org.jspecify.annotations.NullMarked;
