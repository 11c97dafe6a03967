// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.util.Set;

/**
 * What the engine answers.
 *
 * @param protocol the version both will speak
 * @param program the engine's version
 * @param process the number of its process
 * @param capabilities the services it has
 */
public record AttachReply(int protocol, String program, long process, Set<String> capabilities) {

    public AttachReply {
        capabilities = Set.copyOf(capabilities);
    }
}
