// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import java.net.URI;
import java.time.Duration;
import officina.api.host.SecretRef;
import org.jspecify.annotations.Nullable;

/**
 * What a handle may reach.
 *
 * @param origin scheme, host and port count, the rest does not
 * @param connect how long a connection may take
 * @param secret the one secret that may go there; {@code null} for none
 * @param secrets where it is kept
 * @param confined what holds in addition; {@code null} for nothing
 */
public record HttpScope(
        URI origin,
        Duration connect,
        @Nullable SecretRef secret,
        SecretSource secrets,
        @Nullable Confinement confined) {

    /** For what the person set up. */
    public HttpScope(URI origin, Duration connect, @Nullable SecretRef secret, SecretSource secrets) {
        this(origin, connect, secret, secrets, null);
    }
}
