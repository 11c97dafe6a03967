// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.retention;

import java.util.function.Function;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.engine.RemovedSessions;

/** Removals one after the other, told as one; each is begun and ended for itself. For one thread. */
public final class RemovalSteps {

    private final Progress whole;
    private RemovedSessions removed = new RemovedSessions(0, 0, 0);
    /** Bytes of the steps that are over. */
    private long before;

    private long all;

    public RemovalSteps(Progress whole) {
        this.whole = whole;
    }

    /** What is over. */
    public RemovedSessions removed() {
        return removed;
    }

    /**
     * Does one more. {@link Progress#CANCELLED} tells what this step says of itself, and what went with those before.
     */
    public RemovedSessions next(Function<Progress, RemovedSessions> step) {
        try {
            RemovedSessions now = step.apply(this::goOn);
            removed = removed.and(now);
            before += all;
            all = 0;
            return now;
        } catch (FailureException e) {
            throw removed.sessions() > 0 && e.failure().code().equals(Progress.CANCELLED) ? told(e) : e;
        }
    }

    private boolean goOn(long done, long all) {
        this.all = Math.max(this.all, all);
        return whole.goOn(before + done, before + all);
    }

    private FailureException told(FailureException cause) {
        Failure failure = cause.failure();
        int count = removed.sessions();
        return new FailureException(
                Failure.of(
                        "work.cancelled",
                        ErrorKind.USER,
                        failure.message() + " Before that "
                                + (count == 1 ? "1 conversation was deleted." : count + " conversations were deleted."),
                        SessionRemover.NOTHING.equals(failure.remedy())
                                ? "The others are all there."
                                : failure.remedy()),
                cause);
    }
}
