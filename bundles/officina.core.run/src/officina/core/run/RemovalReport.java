// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

/**
 * What came of removing sessions from a journal.
 *
 * @param events how many are gone
 * @param bytes how many the files have become shorter
 */
public record RemovalReport(long events, long bytes) {}
