// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Accounts of mail, and messages as plug-ins get them. */
@NullMarked
package officina.api.mail;

import org.jspecify.annotations.NullMarked;
