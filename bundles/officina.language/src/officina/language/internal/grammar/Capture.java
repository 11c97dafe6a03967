// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

/** What a pattern kept: a value under a name, with the tokens it came from (none for a value of the pattern itself). */
public record Capture(String name, String value, int first, int end) {}
