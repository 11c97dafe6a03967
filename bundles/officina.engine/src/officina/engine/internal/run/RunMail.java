// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.base.SecretText;
import officina.mail.MailLogin;
import officina.mail.MailTransport;

/** The mailboxes of the person as runs read them: an account by one run at a time, a few accounts together. Any thread. */
public final class RunMail {

    private static final int MOST = 4;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** The accounts and their passwords. */
    public interface Accounts {

        /** By name. */
        List<String> names();

        /** What to sign in with, which is the caller's to close; {@code mail.no-account}, {@code mail.no-password}. */
        MailLogin login(String account);
    }

    private final Accounts accounts;
    private final Supplier<MailTransport> transport;
    private final Set<String> reading = ConcurrentHashMap.newKeySet();

    /** @param transport asked for with the first reading */
    public RunMail(Accounts accounts, Supplier<MailTransport> transport) {
        this.accounts = accounts;
        this.transport = transport;
    }

    /** Mail for one run, unguarded. An interrupt reaches the connection, and no file of ours. */
    MailAccess of(Shielded shielded) {
        return new MailAccess() {
            @Override
            public List<String> accounts() {
                return shielded.call(accounts::names);
            }

            @Override
            public MailNews news(String account, MailMark since, int most) throws InterruptedException {
                enter(account);
                try {
                    MailLogin login = shielded.call(() -> accounts.login(account));
                    try (SecretText _ = login.password()) {
                        return transport.get().news(login, since, most);
                    }
                } finally {
                    reading.remove(account);
                }
            }
        };
    }

    private void enter(String account) {
        boolean entered;
        synchronized (reading) {
            entered = reading.size() < MOST && reading.add(account);
        }
        if (!entered) {
            throw new FailureException(new Failure(
                    "mail.busy",
                    ErrorKind.PROVIDER,
                    "Mail is being read by others just now.",
                    "It is tried again by itself.",
                    true,
                    PAUSE));
        }
    }
}
