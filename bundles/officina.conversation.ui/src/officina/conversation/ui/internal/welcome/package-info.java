// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What an empty conversation shows: the first minute of a newcomer, and what others go on with. */
@NullMarked
package officina.conversation.ui.internal.welcome;

import org.jspecify.annotations.NullMarked;
