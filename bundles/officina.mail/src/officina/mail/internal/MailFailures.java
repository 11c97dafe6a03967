// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.mail.MailAccount;
import org.jspecify.annotations.Nullable;

/** What goes wrong with mail servers, as failures. The words of a server are never repeated: they may be anybody's. */
final class MailFailures {

    /** What servers say when they ask to come later (RFC 5530). */
    private static final List<String> LATER = List.of("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]");

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LATER_ON = Duration.ofMinutes(15);
    private static final int DEEPEST = 20;

    private MailFailures() {}

    static FailureException of(Exception cause, MailAccount account) {
        List<Throwable> all = causes(cause);
        Failure failure;
        if (saysLater(all)) {
            failure = passing(
                    "mail.busy", server(account) + " asks to come later.", "It is tried again by itself.", LATER_ON);
        } else if (any(all, AuthenticationFailedException.class)) {
            failure = Failure.of(
                    "mail.sign-in",
                    ErrorKind.USER,
                    server(account) + " does not take the user or the password of the account \"" + account.name()
                            + "\".",
                    "Check both; some providers want a password made for programs.");
        } else if (any(all, SSLHandshakeException.class)
                || any(all, SSLPeerUnverifiedException.class)
                || any(all, CertificateException.class)) {
            failure = Failure.of(
                    "mail.certificate",
                    ErrorKind.PROVIDER,
                    server(account) + " cannot prove that it is " + account.host() + "; no password was sent.",
                    "Check the name of the server; a firm's own certificate authority has to be known to the system.");
        } else if (any(all, SocketTimeoutException.class)) {
            failure = timeout(account);
        } else if (any(all, UnknownHostException.class)
                || any(all, ConnectException.class)
                || any(all, NoRouteToHostException.class)) {
            failure = passing(
                    "mail.unreachable",
                    server(account) + " cannot be reached.",
                    "Check its name and port, and whether this machine is online.",
                    SOON);
        } else if (any(all, IOException.class)
                || any(all, FolderClosedException.class)
                || any(all, StoreClosedException.class)) {
            failure = passing(
                    "mail.broken",
                    "The connection to " + account.host() + ":" + account.port() + " broke.",
                    "Try again later.",
                    SOON);
        } else {
            failure = Failure.of(
                    "mail.refused",
                    ErrorKind.PROVIDER,
                    server(account) + " does not do what it is asked.",
                    "Check that it speaks IMAP at that port, and which encryption it wants.");
        }
        return new FailureException(failure, cause);
    }

    static Failure timeout(MailAccount account) {
        return passing("mail.timeout", server(account) + " does not answer in time.", "Try again later.", SOON);
    }

    private static Failure passing(String code, String message, String remedy, Duration after) {
        return new Failure(code, ErrorKind.PROVIDER, message, remedy, true, after);
    }

    private static String server(MailAccount account) {
        return "The mail server " + account.host() + ":" + account.port();
    }

    private static boolean saysLater(List<Throwable> all) {
        return all.stream()
                .flatMap(each -> Stream.ofNullable(each.getMessage()))
                .map(each -> each.toUpperCase(Locale.ROOT))
                .anyMatch(each -> LATER.stream().anyMatch(each::contains));
    }

    private static boolean any(List<Throwable> all, Class<? extends Throwable> type) {
        return all.stream().anyMatch(type::isInstance);
    }

    /** Jakarta Mail has a chain of its own beside that of Java. */
    private static List<Throwable> causes(Throwable first) {
        List<Throwable> all = new ArrayList<>();
        add(first, all);
        return all;
    }

    private static void add(@Nullable Throwable next, List<Throwable> into) {
        if (next == null || into.size() == DEEPEST || into.contains(next)) {
            return;
        }
        into.add(next);
        add(next.getCause(), into);
        if (next instanceof MessagingException mail) {
            add(mail.getNextException(), into);
        }
    }
}
