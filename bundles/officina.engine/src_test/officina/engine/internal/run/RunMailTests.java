// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.mail.MailAccount;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.api.mail.MailSecurity;
import officina.base.SecretText;
import officina.base.Threads;
import officina.mail.MailLogin;
import officina.mail.MailTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mailbox is read by one at a time, and its password lives no longer than that. */
@Timeout(60)
class RunMailTests {

    private static final MailMark MARK = MailMark.from(Instant.EPOCH);

    private final ExecutorService executor = Threads.perTask("io");
    private final List<SecretText> passwords = new ArrayList<>();
    private final BlockingQueue<String> reading = new LinkedBlockingQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean offline;
    private final MailAccess mail = new RunMail(new Accounts(), Server::new).of(new Shielded(executor));

    @AfterEach
    void close() {
        executor.shutdown();
    }

    private final class Accounts implements RunMail.Accounts {

        @Override
        public List<String> names() {
            return List.of("home", "work");
        }

        @Override
        public synchronized MailLogin login(String account) {
            SecretText password = new SecretText("open sesame".toCharArray());
            passwords.add(password);
            return new MailLogin(new MailAccount(account, "imap.example.org", 993, MailSecurity.TLS, "ada"), password);
        }
    }

    private final class Server implements MailTransport {

        @Override
        public int count(MailLogin login) {
            throw new AssertionError("nothing is tried here");
        }

        @Override
        public MailNews news(MailLogin login, MailMark since, int most) throws InterruptedException {
            if (offline) {
                throw new FailureException(
                        Failure.of("mail.unreachable", ErrorKind.PROVIDER, "Nobody is there.", null));
            }
            reading.add(
                    login.account().name() + " " + new String(login.password().copy()));
            goOn.await();
            return new MailNews(List.of(), since, false);
        }
    }

    private CompletableFuture<String> read(String account) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        Threads.start("reader", () -> {
            try {
                mail.news(account, MARK, 10);
                outcome.complete("read");
            } catch (FailureException e) {
                outcome.complete(e.failure().code());
            } catch (InterruptedException e) {
                outcome.complete("interrupted");
            }
        });
        return outcome;
    }

    private String taken() throws InterruptedException {
        return String.valueOf(reading.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void who_comes_while_an_account_is_read_is_told_to_come_again() throws Exception {
        CompletableFuture<String> first = read("work");
        assertEquals("work open sesame", taken());

        Failure busy = assertThrows(FailureException.class, () -> mail.news("work", MARK, 10))
                .failure();
        assertEquals("mail.busy", busy.code());
        assertTrue(busy.retryable());

        CompletableFuture<String> other = read("home");
        assertEquals("home open sesame", taken());
        goOn.countDown();
        assertEquals("read", first.get());
        assertEquals("read", other.get());
        assertEquals("read", read("work").get());
    }

    @Test
    void only_some_accounts_are_read_together() throws Exception {
        for (String account : List.of("one", "two", "three", "four")) {
            read(account);
            taken();
        }
        assertEquals("mail.busy", read("five").get());
        goOn.countDown();
    }

    @Test
    void a_password_is_wiped_and_the_account_free_again_whatever_happens() throws Exception {
        offline = true;
        assertEquals("mail.unreachable", read("work").get());
        assertEquals("mail.unreachable", read("work").get());
        offline = false;
        goOn.countDown();
        assertEquals("read", read("work").get());
        assertEquals(3, passwords.size());
        passwords.forEach(each -> assertThrows(IllegalStateException.class, each::copy));
    }
}
