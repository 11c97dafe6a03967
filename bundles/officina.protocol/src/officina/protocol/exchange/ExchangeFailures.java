// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** What a call of a lent object fails with, beside what the object itself throws. */
public final class ExchangeFailures {

    /** What all its codes begin with. */
    public static final String AREA = "exchange.";

    /** The code of {@link #gone}. */
    public static final String GONE = "exchange.gone";

    /** The code of {@link #interrupted}. */
    public static final String INTERRUPTED = "exchange.interrupted";

    /** The code of {@link #defect}. */
    public static final String DEFECT = "exchange.defect";

    private ExchangeFailures() {}

    /** The object was lent for a call that has ended, or never. */
    static FailureException gone() {
        return new FailureException(
                Failure.of(GONE, ErrorKind.INTERNAL, "An object was used that is not lent, or not any more.", null));
    }

    /** The one who was asked was interrupted, by itself or because it is ending. */
    static Failure interrupted() {
        return Failure.of(INTERRUPTED, ErrorKind.RESOURCE, "The other side was interrupted at its work.", null);
    }

    /**
     * The one who was asked threw something that is no failure; its own log has more.
     *
     * @param thrown the name of what it threw, never its words
     */
    static Failure defect(String thrown) {
        return Failure.of(
                DEFECT, ErrorKind.INTERNAL, "The other side failed because of a defect in it (" + thrown + ").", null);
    }

    static FailureException tooMany(String what, int most) {
        return new FailureException(Failure.of(
                "exchange.too-many",
                ErrorKind.RESOURCE,
                "More than " + most + " " + what + " are open at the same time.",
                "Let some of them end first."));
    }

    static FailureException unknownMethod() {
        return new FailureException(Failure.of(
                "exchange.unknown-method",
                ErrorKind.INTERNAL,
                "What was lent has no such method.",
                "Use the same version of Officina on both sides."));
    }

    static Failure askedTwice() {
        return Failure.of("exchange.asked-twice", ErrorKind.INTERNAL, "Two calls at work have the same number.", null);
    }
}
