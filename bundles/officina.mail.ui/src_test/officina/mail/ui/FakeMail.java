// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.mail.MailAccount;
import officina.base.SecretText;
import officina.engine.MailAccountItem;
import officina.engine.MailAccounts;
import officina.engine.MailTest;

/** Accounts of mail in memory. Any thread. */
final class FakeMail implements MailAccounts {

    final List<MailAccountItem> accounts = new CopyOnWriteArrayList<>();
    final CountDownLatch interrupted = new CountDownLatch(1);
    volatile String password = "";
    volatile boolean offline;
    volatile boolean silent;

    @Override
    public List<MailAccountItem> list() {
        return List.copyOf(accounts);
    }

    @Override
    public MailAccountItem add(MailAccount account) {
        MailAccountItem added = new MailAccountItem(new RecordId(new UUID(1, accounts.size() + 1)), account, false);
        accounts.add(added);
        return added;
    }

    @Override
    public void remove(String account) {
        accounts.removeIf(each -> each.account().name().equals(account));
    }

    @Override
    public MailAccountItem setPassword(String account, SecretText given) {
        password = new String(given.copy());
        return become(account, true);
    }

    @Override
    public MailAccountItem removePassword(String account) {
        password = "";
        return become(account, false);
    }

    private MailAccountItem become(String account, boolean ready) {
        accounts.replaceAll(each ->
                each.account().name().equals(account) ? new MailAccountItem(each.id(), each.account(), ready) : each);
        return accounts.getFirst();
    }

    @Override
    public MailTest test(String account) throws InterruptedException {
        if (silent) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }
        if (offline) {
            throw new FailureException(Failure.of(
                    "mail.unreachable",
                    ErrorKind.PROVIDER,
                    "The mail server cannot be reached.",
                    "Check its name and port."));
        }
        return new MailTest(account, 12, Duration.ofMillis(40));
    }
}
