// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import officina.api.error.FailureException;
import officina.api.mail.MailAccount;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.api.mail.MailSecurity;
import officina.base.Threads;
import officina.mail.MailLogin;
import officina.mail.MailTransport;
import officina.net.okhttp.SystemTrust;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A connection for each call, which is opened for reading only ({@code EXAMINE}). */
@Component(service = MailTransport.class)
public final class ImapTransport implements MailTransport {

    private final MailPatience patience;
    private @Nullable SSLSocketFactory sockets;

    @Activate
    public ImapTransport() {
        this(MailPatience.USUAL, null);
    }

    /** @param sockets of those who are trusted; {@code null} for the system's */
    ImapTransport(MailPatience patience, @Nullable SSLSocketFactory sockets) {
        this.patience = patience;
        this.sockets = sockets;
    }

    /** What is done in an open mailbox. */
    private interface Work<T> {
        T in(IMAPFolder inbox) throws MessagingException, IOException;
    }

    @Override
    public int count(MailLogin login) throws InterruptedException {
        return call(login, Folder::getMessageCount);
    }

    @Override
    public MailNews news(MailLogin login, MailMark since, int most) throws InterruptedException {
        return call(login, inbox -> new Inbox(inbox).news(since, most));
    }

    /** On a thread of its own: what the library waits for ends with its sockets, and by nothing else. */
    private <T> T call(MailLogin login, Work<T> work) throws InterruptedException {
        MailAccount account = login.account();
        char[] password = login.password().copy();
        CompletableFuture<T> result = new CompletableFuture<>();
        try (OpenSockets open = new OpenSockets()) {
            Threads.start("mail", () -> {
                try {
                    result.complete(work(account, password, open, work));
                } catch (MessagingException | IOException | RuntimeException | Error e) {
                    result.completeExceptionally(e);
                } finally {
                    Arrays.fill(password, '\0');
                }
            });
            return result.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FailureException(MailFailures.timeout(account), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw MailFailures.of(cause, account);
            }
            throw new IllegalStateException("the library of mail failed", e.getCause());
        }
    }

    private <T> T work(MailAccount account, char[] password, OpenSockets open, Work<T> work)
            throws MessagingException, IOException {
        // the library finds its parts by the thread's loader
        Thread.currentThread().setContextClassLoader(IMAPStore.class.getClassLoader());
        String protocol = account.security() == MailSecurity.TLS ? "imaps" : "imap";
        Session session = Session.getInstance(properties("mail." + protocol + ".", account, open));
        try (Store store = session.getStore(protocol)) {
            store.connect(account.host(), account.port(), account.user(), new String(password));
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return work.in(inbox);
        }
    }

    private Properties properties(String prefix, MailAccount account, OpenSockets open) {
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout", Long.toString(patience.connect().toMillis()));
        properties.put(prefix + "timeout", Long.toString(patience.answer().toMillis()));
        properties.put(prefix + "connectionpoolsize", "1");
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "socketFactory", new OwnedSockets(open));
        // else it would try again with sockets that nobody can close
        properties.put(prefix + "socketFactory.fallback", "false");
        if (account.security() != MailSecurity.NONE) {
            properties.put(prefix + "ssl.socketFactory", new OwnedTlsSockets(trusting(), open));
            properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
            properties.put(prefix + "ssl.checkserveridentity", "true");
        }
        if (account.security() == MailSecurity.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }

    private synchronized SSLSocketFactory trusting() {
        SSLSocketFactory made = sockets;
        if (made == null) {
            made = SystemTrust.sockets(SystemTrust.manager());
            sockets = made;
        }
        return made;
    }
}
