// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

/**
 * What a part of a pattern matched.
 *
 * @param end the token after the last
 * @param value what it stands for, as the captures hold it
 */
public record Found(int end, String value) {}
