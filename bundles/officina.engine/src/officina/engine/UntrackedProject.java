// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * What came of forgetting a project.
 *
 * @param name what it was called
 * @param conversations how many were deleted with it
 * @param records how many to-dos, settings and grants
 * @param events how many are out of the journal
 * @param bytes how many its files have become shorter
 */
public record UntrackedProject(String name, int conversations, int records, long events, long bytes) {}
