// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Which model answers in the conversation: said at the composer, and chosen there. */
@NullMarked
package officina.conversation.ui.internal.choice;

import org.jspecify.annotations.NullMarked;
