// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What the conversation's views show, as values: no widget, no thread. */
@NullMarked
package officina.conversation.ui.model;

import org.jspecify.annotations.NullMarked;
