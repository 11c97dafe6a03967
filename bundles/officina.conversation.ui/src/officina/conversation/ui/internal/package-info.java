// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The parts of the conversation's views. */
@NullMarked
package officina.conversation.ui.internal;

import org.jspecify.annotations.NullMarked;
