// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says first.
 *
 * @param minProtocol the oldest version of the protocol it speaks
 * @param maxProtocol the newest
 * @param program its version, for the person
 * @param reconnects how often it has made its connection anew before; absent for never. It is only counted
 * @param capabilities what it can do beyond the protocol's version; unknown ones are passed over
 */
public record AttachRequest(
        int minProtocol,
        int maxProtocol,
        String program,
        @Nullable Long reconnects,
        Set<String> capabilities) {

    /** The only version of the protocol so far. */
    public static final int PROTOCOL = 1;

    public AttachRequest {
        capabilities = Set.copyOf(capabilities);
    }

    /** What this build says. */
    public static AttachRequest of(String program, long reconnects) {
        return new AttachRequest(PROTOCOL, PROTOCOL, program, reconnects == 0 ? null : reconnects, Set.of());
    }

    /** Whether this build can speak with such a client. */
    public boolean fits() {
        return minProtocol <= PROTOCOL && maxProtocol >= PROTOCOL;
    }
}
