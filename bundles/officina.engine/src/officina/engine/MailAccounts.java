// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.mail.MailAccount;
import officina.base.SecretText;

/**
 * The mailboxes that the person has. Passwords go in and never come out; setting one is for the process that owns the data
 * folder alone, an engine that is reached from another process refuses it with {@code keys.local-only}.
 * {@code mail.no-account} where there is none of that name.
 */
public interface MailAccounts {

    /** By name. */
    List<MailAccountItem> list();

    /** Adds an account; it has no password yet. {@code mail.account-exists}. */
    MailAccountItem add(MailAccount account);

    /** Forgets an account and its password. */
    void remove(String account);

    /** Keeps the account's password in the vault, in the place of the one before; the caller closes it. */
    MailAccountItem setPassword(String account, SecretText password);

    /** Forgets the account's password. */
    MailAccountItem removePassword(String account);

    /**
     * Signs in and looks at the inbox, to see whether all is well; no message is read. Blocks for at most two minutes, and
     * throws the failures of {@link officina.api.host.MailAccess}.
     */
    MailTest test(String account) throws InterruptedException;
}
