// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The content of the view Sessions. */
@NullMarked
package officina.conversation.ui.internal.sessions;

import org.jspecify.annotations.NullMarked;
