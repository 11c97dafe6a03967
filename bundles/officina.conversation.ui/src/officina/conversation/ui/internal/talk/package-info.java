// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The content of the view Conversation: transcript, find bar and composer around one session. */
@NullMarked
package officina.conversation.ui.internal.talk;

import org.jspecify.annotations.NullMarked;
