// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.mail.MailAccount;
import officina.base.SecretText;
import officina.engine.MailAccountItem;
import officina.engine.MailAccounts;
import officina.engine.MailTest;

/** Accounts of mail in memory; no server is asked. */
final class FakeMail implements MailAccounts {

    final List<MailAccountItem> accounts = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    boolean offline;

    @Override
    public List<MailAccountItem> list() {
        return accounts;
    }

    @Override
    public MailAccountItem add(MailAccount account) {
        MailAccountItem added = new MailAccountItem(new RecordId(new UUID(0, 1)), account, false);
        accounts.add(added);
        return added;
    }

    @Override
    public void remove(String account) {
        done.add("remove " + account);
    }

    @Override
    public MailAccountItem setPassword(String account, SecretText password) {
        done.add("password " + account + " " + new String(password.copy()));
        return accounts.getFirst();
    }

    @Override
    public MailAccountItem removePassword(String account) {
        done.add("no password " + account);
        return accounts.getFirst();
    }

    @Override
    public MailTest test(String account) {
        if (offline) {
            throw new FailureException(
                    Failure.of("mail.unreachable", ErrorKind.PROVIDER, "Nobody is there.", "Check its name and port."));
        }
        return new MailTest(account, 12, Duration.ofMillis(40));
    }
}
