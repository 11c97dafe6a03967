// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import officina.language.internal.text.Tokens;

/**
 * A text as it is being read.
 *
 * @param decimal the mark before a fraction, in the user's locale
 * @param group the mark between thousands, in the user's locale
 */
public record Reading(Tokens tokens, char decimal, char group) {}
