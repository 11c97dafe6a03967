// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The views Sessions and Conversation. */
@NullMarked
package officina.conversation.ui;

import org.jspecify.annotations.NullMarked;
