// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends requests. A provider of models reaches the one origin (scheme, host, port) of its account, and redirects are not
 * followed. A plug-in's agent or tool reaches what it was granted: each host and port with {@code net.connect}, and with
 * {@code secret.use} a secret that the person gave it for that origin. Redirects are followed there, at most five; each is
 * asked for anew, without the secret where it leads to another origin. A private address, this machine's among them, is
 * reached only where it was granted by itself or by a name that only private networks have. What a server sends back of a
 * secret is masked. A plug-in's request has at most 4 MiB, an answer and an event 1 MiB, content in pieces 1 GiB, and four
 * requests of a plug-in may be under way. Each use and each refusal is logged, by host and port.
 *
 * <p>Any thread; each method blocks, best on a virtual thread, and an interrupt closes the connection and throws. Trouble
 * is a {@link officina.api.error.FailureException}:
 *
 * <ul>
 *   <li>{@code permission.denied}: the plug-in was not granted it; nothing was sent
 *   <li>{@code net.private}: a private address, or one that is no server's; nothing was sent
 *   <li>{@code net.not-granted}: another origin, or a secret that is not for it; nothing was sent
 *   <li>{@code net.unfit}: the address, a header or the body cannot be sent; nothing was sent
 *   <li>{@code net.unencrypted}: a secret on its way to a far server without encryption; nothing was sent
 *   <li>{@code net.redirect}: the server leads to where no request is sent
 *   <li>{@code net.busy}: too many requests are under way; nothing was sent
 *   <li>{@code net.unreachable}: no such host, nobody listens, or no connection can be secured
 *   <li>{@code net.connect-timeout}: no connection in time
 *   <li>{@code net.answer-timeout}: nothing came in time
 *   <li>{@code net.broken}: the connection broke before the answer was whole
 *   <li>{@code net.too-large}: the answer, or one event of it, is larger than is taken
 *   <li>{@code net.secret-missing}: the vault does not have the secret, or it cannot stand in a header
 * </ul>
 */
@ProviderType
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

    /**
     * Sends it and hands over the content of the answer in pieces of at most 64 KiB as they come, on the calling thread.
     * Returns the answer without a body, or the whole answer without any piece where the server refused.
     *
     * @param patience how long to wait for what comes next: the answer, then each piece
     * @param pieces what it throws ends the request and is passed on; each array is its own
     */
    HttpAnswer read(HttpCall call, Duration patience, Consumer<byte[]> pieces) throws InterruptedException;
}
