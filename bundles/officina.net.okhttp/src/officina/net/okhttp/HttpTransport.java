// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import java.net.URI;
import officina.api.host.HttpAccess;

/**
 * The one way to HTTP servers; an OSGi service. Honours the proxies and the certificate authorities of the system, and
 * logs nothing of what is sent or answered. Any thread.
 */
public interface HttpTransport {

    /** A handle that reaches one origin. Does nothing until it is used, and needs no closing. */
    HttpAccess open(HttpScope scope);

    /** Whether the system names a proxy for that address. */
    boolean proxied(URI address);
}
