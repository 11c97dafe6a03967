// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail;

import officina.api.mail.MailAccount;
import officina.base.SecretText;

/** An account with its password, which stays with whoever opened it. */
public record MailLogin(MailAccount account, SecretText password) {}
