// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * A process of a plug-in at some moment.
 *
 * @param bundle its symbolic name
 * @param process its number in the system
 * @param calls that it works on now
 * @param processor how much of the processor's time it has taken, with all that it started
 * @param memory what lies in memory of it, in bytes, with all that it started; 0 where the system does not tell
 */
public record HostFacts(String bundle, long process, Instant since, int calls, Duration processor, long memory) {}
