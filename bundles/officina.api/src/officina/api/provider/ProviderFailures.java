// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.time.Duration;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * The failures of providers, one wording for all of them. None quotes what a server said or what was sent: that may hold
 * words of the person, or a key.
 */
public final class ProviderFailures {

    private ProviderFailures() {}

    /** What was waited for when time ran out. */
    public enum Wait {
        CONNECT("no connection to its server within %s"),
        FIRST_TOKEN("no word of its model within %s"),
        BETWEEN_TOKENS("no further word of its model for %s, in the middle of an answer");

        private final String text;

        Wait(String text) {
            this.text = text;
        }
    }

    /** Nobody answers at the address, or the connection broke. */
    public static FailureException offline(ProviderAccount account, @Nullable Throwable cause) {
        return new FailureException(
                new Failure(
                        "provider.offline",
                        ErrorKind.PROVIDER,
                        "The server of the account \"" + account.name() + "\" at " + origin(account)
                                + " cannot be reached.",
                        "Check that it runs and that this machine is online, then try again.",
                        true,
                        null),
                cause);
    }

    /** The connection broke in the middle of an answer. */
    public static FailureException broken(ProviderAccount account, @Nullable Throwable cause) {
        return new FailureException(
                new Failure(
                        "provider.offline",
                        ErrorKind.PROVIDER,
                        "The connection to the server of the account \"" + account.name()
                                + "\" broke in the middle of an answer.",
                        "Try again; what came before is kept.",
                        true,
                        null),
                cause);
    }

    /** The server wants another key, or any. */
    public static FailureException unauthorised(ProviderAccount account) {
        return new FailureException(Failure.of(
                "provider.unauthorised",
                ErrorKind.PROVIDER,
                account.secret() == null
                        ? "The server of the account \"" + account.name() + "\" wants a key, and none is kept for it."
                        : "The server of the account \"" + account.name() + "\" does not accept its key.",
                "Give it a key with \"officina models key\"."));
    }

    /** The server takes no more requests for now. */
    public static FailureException rateLimited(ProviderAccount account, @Nullable Duration after) {
        return new FailureException(new Failure(
                "provider.rate-limited",
                ErrorKind.PROVIDER,
                "The server of the account \"" + account.name() + "\" takes no more requests for now.",
                after == null
                        ? "Try again later."
                        : after.isZero()
                                ? "Try again."
                                : "Try again in " + after.plusMillis(999).toSeconds() + " s.",
                true,
                after));
    }

    /** The server is in trouble. */
    public static FailureException serverError(ProviderAccount account, int status, @Nullable Duration after) {
        return new FailureException(new Failure(
                "provider.server-error",
                ErrorKind.PROVIDER,
                "The server of the account \"" + account.name() + "\" has an error of its own"
                        + (status == 0 ? "." : " (status " + status + ")."),
                "Try again later; its own log says more.",
                true,
                after));
    }

    /** The conversation is longer than the model takes. */
    public static FailureException contextTooLong(ProviderAccount account, String model) {
        return new FailureException(Failure.of(
                "provider.context-too-long",
                ErrorKind.PROVIDER,
                "The conversation is longer than the model " + model + " of the account \"" + account.name()
                        + "\" takes.",
                "Begin a new conversation, or choose a model with a longer context."));
    }

    /** Time ran out. */
    public static FailureException timeout(
            ProviderAccount account, Wait wait, Duration limit, @Nullable Throwable cause) {
        String what = wait.text.formatted(seconds(limit));
        return new FailureException(
                new Failure(
                        "provider.timeout",
                        ErrorKind.PROVIDER,
                        "The account \"" + account.name() + "\" was given up: " + what + ".",
                        "Try again; where the model is only slow, give the account more time.",
                        true,
                        null),
                cause);
    }

    /** The server does not know the model. */
    public static FailureException noSuchModel(ProviderAccount account, String model) {
        return new FailureException(Failure.of(
                "provider.no-such-model",
                ErrorKind.PROVIDER,
                "The server of the account \"" + account.name() + "\" does not have the model " + model + ".",
                "\"officina models list\" shows those it has."));
    }

    /** The server said what nobody understands. */
    public static FailureException badAnswer(ProviderAccount account, String what, @Nullable Throwable cause) {
        return new FailureException(
                Failure.of(
                        "provider.bad-answer",
                        ErrorKind.PROVIDER,
                        "The server of the account \"" + account.name() + "\" answered what is no answer: " + what
                                + ".",
                        "Check the address of the account: it should end where the server's interface begins, often"
                                + " with /v1."),
                cause);
    }

    /** The server refused what was asked, and not for one of the other reasons. */
    public static FailureException refused(ProviderAccount account, int status) {
        return new FailureException(Failure.of(
                "provider.refused",
                ErrorKind.PROVIDER,
                "The server of the account \"" + account.name() + "\" refused the request (status " + status + ").",
                "Try another model; its server's log says more."));
    }

    /** The provider cannot do what was asked. */
    public static FailureException unsupported(ProviderAccount account, String what) {
        return new FailureException(Failure.of(
                "provider.unsupported",
                ErrorKind.USER,
                "The account \"" + account.name() + "\" cannot " + what + ".",
                "Leave that away, or use another account."));
    }

    private static String origin(ProviderAccount account) {
        return account.address().getScheme() + "://" + account.address().getRawAuthority();
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
