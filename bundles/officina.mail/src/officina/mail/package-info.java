// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Reads mailboxes by IMAP. */
@NullMarked
package officina.mail;

import org.jspecify.annotations.NullMarked;
