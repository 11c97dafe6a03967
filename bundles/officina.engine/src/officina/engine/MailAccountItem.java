// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.RecordId;
import officina.api.mail.MailAccount;

/**
 * An account as the store has it.
 *
 * @param ready whether the vault has its password
 */
public record MailAccountItem(RecordId id, MailAccount account, boolean ready) {}
