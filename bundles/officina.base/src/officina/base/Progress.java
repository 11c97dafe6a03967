// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

/**
 * Follows long work and may end it. The same wherever the work is done: in this process it is asked for each piece, so
 * that it may be asked thousands of times a second; over a connection now and then, about ten times a second.
 */
@FunctionalInterface
public interface Progress {

    /** The code of the failure with which work ends that was ended; its message says what is done already. */
    String CANCELLED = "work.cancelled";

    /** Nobody looks, and nobody ends it. */
    Progress NONE = (_, _) -> true;

    /**
     * Called on the thread that called for the work, in between; must return at once and not throw. Before the work
     * begins and after its last piece, too: after the latter it may be too late to end it. Once it has said no it may be
     * asked again, and says no again.
     *
     * @param done so much of it, in units of the work: events, bytes
     * @param all of so much; may grow, and is 0 while it is not known
     * @return {@code false} ends the work, which then fails with {@link #CANCELLED}
     */
    boolean goOn(long done, long all);
}
