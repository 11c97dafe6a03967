// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

/**
 * What was cut off the end of a journal, because it did not open, and may have been confirmed. It is told of until the
 * person deletes the file.
 *
 * @param file its name, in the folder of the journal
 * @param bytes how many are kept; 0 where they were taken out since, because sessions were removed or newer ones came
 */
public record KeptTail(String file, long bytes) {}
