// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import officina.api.record.Priority;

/** Something with a meaning of its own in a text. Spans of one extraction never overlap. */
public sealed interface Entity {

    /** Where it stands, with the words that introduce it: "by 12 December", "high priority". */
    Span span();

    /** A day, absolute ("12 December") or relative ("next Friday"), resolved. */
    record Day(Span span, LocalDate date) implements Entity {}

    /** From one day to another, both included: "this week". */
    record Period(Span span, LocalDate first, LocalDate last) implements Entity {}

    /** A time of day: "at 9:30", "noon". */
    record Time(Span span, LocalTime time) implements Entity {}

    record Level(Span span, Priority priority) implements Entity {}

    /** A number with a unit in the singular, empty for a bare number: "3 bottles". */
    record Quantity(Span span, BigDecimal amount, String unit) implements Entity {}

    /** A person, without the word before: "with Anna" gives "Anna". */
    record Person(Span span, String name) implements Entity {}

    /** What stands in quotation marks, without them. */
    record Title(Span span, String text) implements Entity {}
}
