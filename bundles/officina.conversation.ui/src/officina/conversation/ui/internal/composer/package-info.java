// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Where the person writes. */
@NullMarked
package officina.conversation.ui.internal.composer;

import org.jspecify.annotations.NullMarked;
