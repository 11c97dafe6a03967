// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What the page of mail says, without a window. */
@NullMarked
package officina.mail.ui.model;

import org.jspecify.annotations.NullMarked;
