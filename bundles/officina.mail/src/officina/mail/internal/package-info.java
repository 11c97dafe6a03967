// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** IMAP by Jakarta Mail. */
@NullMarked
package officina.mail.internal;

import org.jspecify.annotations.NullMarked;
