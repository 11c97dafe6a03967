// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.time.Duration;
import officina.sandbox.SandboxLimits;

/**
 * What plug-in hosts may take, and how long.
 *
 * @param calls of agents at the same time, over all hosts; the next ones wait
 * @param start how long a plug-in may take to start
 * @param call how long one call may take
 * @param grace how long a plug-in may go on after the one who called it was interrupted
 * @param idle after how long without a call a host ends
 * @param longestPause the longest wait before a host that keeps ending by itself is started again
 * @param sandbox what each process may take
 */
public record HostLimits(
        int calls,
        Duration start,
        Duration call,
        Duration grace,
        Duration idle,
        Duration longestPause,
        SandboxLimits sandbox) {

    /** What holds where nobody says otherwise. */
    public static final HostLimits USUAL = new HostLimits(
            4,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            SandboxLimits.USUAL);
}
