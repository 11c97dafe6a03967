// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * How an engine fares at the moment.
 *
 * @param journal the position of the newest event in the journal
 * @param store the position up to which the store has applied the journal
 */
public record Vitals(long journal, long store, Traffic traffic) {}
