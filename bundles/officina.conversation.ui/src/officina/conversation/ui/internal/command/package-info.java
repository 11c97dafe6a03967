// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What menus and keys of the conversation do. */
@NullMarked
package officina.conversation.ui.internal.command;

import org.jspecify.annotations.NullMarked;
