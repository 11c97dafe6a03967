// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import officina.api.host.HttpAccess;

/**
 * The one way to HTTP servers; an OSGi service. Honours the proxies and the certificate authorities of the system, and
 * logs nothing of what is sent or answered. Any thread.
 */
public interface HttpTransport {

    /** A handle that reaches one origin. Does nothing until it is used, and needs no closing. */
    HttpAccess open(HttpScope scope);

    /**
     * Takes what lies at an address, byte by byte as it is. Redirects are not followed. Blocks for as long as it takes.
     *
     * @param into gets what comes where the answer is 200, and nothing else
     * @param most so many bytes are taken
     * @param patience for all of it
     * @return the status of the answer
     * @throws officina.api.error.FailureException as {@link HttpAccess} says
     */
    int download(URI address, OutputStream into, long most, Duration patience);

    /** Whether the system names a proxy for that address. */
    boolean proxied(URI address);
}
