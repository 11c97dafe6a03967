// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

/**
 * How much a process may take, as the kernel counts it.
 *
 * @param cpuSeconds of the processor, of all its threads together
 * @param memoryBytes of addresses, so that memory outside the heap counts as well
 * @param tasks threads and processes of its user
 * @param fileBytes how long a file may become that it writes
 */
public record LockLimits(long cpuSeconds, long memoryBytes, long openFiles, long tasks, long fileBytes) {}
