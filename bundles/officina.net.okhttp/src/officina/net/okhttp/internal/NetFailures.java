// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to a server. None names the address, what was sent, or a secret. */
final class NetFailures {

    private NetFailures() {}

    static FailureException otherServer() {
        return denied("A request to another server than the one that was allowed was not sent.");
    }

    static FailureException otherSecret() {
        return denied("A request with a secret that is not for this server was not sent.");
    }

    static FailureException unencrypted() {
        return new FailureException(Failure.of(
                "net.unencrypted",
                ErrorKind.PERMISSION,
                "A key is not sent unencrypted to a server outside this machine and its private network.",
                "Use an address that begins with https://."));
    }

    /** Has no cause: the client's own complaint quotes what was to be sent, the secret too. */
    static FailureException unfit() {
        return new FailureException(Failure.of(
                "net.unfit",
                ErrorKind.INTERNAL,
                "A request whose address or headers HTTP does not allow was not sent.",
                "Check the address of the server; if it is right, report it."));
    }

    static FailureException secretMissing() {
        return new FailureException(Failure.of(
                "net.secret-missing",
                ErrorKind.USER,
                "The key for this server is not in the vault.",
                "Give it again with \"officina models key\"."));
    }

    static FailureException secretUnfit() {
        return new FailureException(Failure.of(
                "net.secret-missing",
                ErrorKind.USER,
                "The key for this server has a character that no key has, such as a space or a line end.",
                "Give it again with \"officina models key\"."));
    }

    static FailureException connectTimeout(@Nullable Throwable cause) {
        return passing("net.connect-timeout", "No connection to the server came about in time.", cause);
    }

    static FailureException unreachable(Throwable cause) {
        return passing("net.unreachable", "The server cannot be reached.", cause);
    }

    static FailureException answerTimeout() {
        return passing("net.answer-timeout", "The server did not answer in time.", null);
    }

    static FailureException broken(Throwable cause) {
        return passing("net.broken", "The connection broke before the answer was whole.", cause);
    }

    /** @param limit most bytes that are taken */
    static FailureException tooLarge(long limit) {
        return new FailureException(Failure.of(
                "net.too-large",
                ErrorKind.PROVIDER,
                "The server sent more than is taken, " + (limit >> 20) + " MiB.",
                "Ask for less."));
    }

    private static FailureException passing(String code, String message, @Nullable Throwable cause) {
        return new FailureException(
                new Failure(
                        code,
                        ErrorKind.PROVIDER,
                        message,
                        "Check the connection and the server, then try again.",
                        true,
                        null),
                cause);
    }

    private static FailureException denied(String message) {
        return new FailureException(
                Failure.of("net.not-granted", ErrorKind.PERMISSION, message, "Report it: Officina does not do that."));
    }
}
