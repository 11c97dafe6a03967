// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends requests to the one origin (scheme, host, port) that was granted. Redirects are not followed: a credential never
 * reaches another host. Any thread; each method blocks, best on a virtual thread, and an interrupt closes the connection
 * and throws. Trouble is a {@link officina.api.error.FailureException}:
 *
 * <ul>
 *   <li>{@code net.not-granted}: another origin, or a secret that is not for it; nothing was sent
 *   <li>{@code net.unfit}: the address or a header cannot be sent; nothing was sent
 *   <li>{@code net.unencrypted}: a secret on its way to a far server without encryption; nothing was sent
 *   <li>{@code net.unreachable}: no such host, nobody listens, or no connection can be secured
 *   <li>{@code net.connect-timeout}: no connection in time
 *   <li>{@code net.answer-timeout}: nothing came in time
 *   <li>{@code net.broken}: the connection broke before the answer was whole
 *   <li>{@code net.too-large}: the answer, or one event of it, is larger than is taken
 *   <li>{@code net.secret-missing}: the vault does not have the secret, or it cannot stand in a header
 * </ul>
 */
public interface HttpAccess {

    /** Sends it and gives the whole answer, whatever its status, within that time after a connection came about. */
    HttpAnswer send(HttpCall call, Duration patience) throws InterruptedException;

    /**
     * Sends it and hands over each event as it comes, on the calling thread. Returns the answer without a body when the
     * stream has ended, and the whole answer without any event where the server refused (its status says so) or sent
     * something other than events.
     *
     * @param patience how long to wait for what comes next: the answer, then each event; asked before each wait, and for
     *     the first time when there is a connection
     * @param events what it throws ends the request and is passed on
     */
    HttpAnswer stream(HttpCall call, Supplier<Duration> patience, Consumer<ServerEvent> events)
            throws InterruptedException;
}
