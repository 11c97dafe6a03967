// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

/** A named pattern, compiled. The kind is the first word of its name: {@code day.weekday} is of kind {@code day}. */
record Rule(String kind, Node start) {}
