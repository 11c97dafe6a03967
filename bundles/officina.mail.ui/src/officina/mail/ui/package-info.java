// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The page of Preferences with the accounts of mail. */
@NullMarked
package officina.mail.ui;

import org.jspecify.annotations.NullMarked;
