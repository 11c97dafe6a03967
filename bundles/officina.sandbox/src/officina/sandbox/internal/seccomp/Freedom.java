// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

/**
 * What the rows of the table that depend on something depend on.
 *
 * @param processes whether it may start other programs, and so signal them
 * @param unixSockets whether it was handed a socket to connect to
 * @param sealed whether nothing but Landlock keeps it from files
 */
public record Freedom(boolean processes, boolean unixSockets, boolean sealed) {}
