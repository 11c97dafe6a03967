// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;

/** Days, times and how long something lasts, as H2 writes them to its files; the latter in the form of ISO 8601. */
final class H2Times {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:mm:ss", "+00").toFormatter(Locale.ROOT);

    private H2Times() {}

    static JsonValue read(int type, ByteBuffer in) throws IOException {
        return new JsonText(
                switch (type) {
                    case 9 -> time(in);
                    case 10 -> day(in);
                    case 11 -> day(in) + " " + time(in);
                    case 24 -> day(in) + " " + time(in) + offset(60L * H2Values.varint(in));
                    case 26 -> interval(in);
                    case 135 -> day(in) + " " + time(in) + quarters(in);
                    default ->
                        TIME.format(LocalTime.ofSecondOfDay(H2Values.varint(in)).withNano(H2Values.varint(in)))
                                + quarters(in);
                });
    }

    private static String day(ByteBuffer in) throws IOException {
        long day = H2Values.varlong(in);
        String text = LocalDate.of(Math.toIntExact(day >> 9), (int) (day >> 5 & 15), (int) (day & 31))
                .toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }

    private static String time(ByteBuffer in) throws IOException {
        long millis = H2Values.varlong(in);
        return TIME.format(LocalTime.ofNanoOfDay(
                Math.addExact(Math.multiplyExact(millis, 1_000_000L), (long) H2Values.varint(in))));
    }

    private static String quarters(ByteBuffer in) throws IOException {
        byte quarters = in.get();
        return switch (quarters) {
            case Byte.MAX_VALUE -> offset(H2Values.varint(in));
            case Byte.MIN_VALUE -> offset(-(long) H2Values.varint(in));
            default -> offset(quarters * 900L);
        };
    }

    private static String offset(long seconds) {
        return OFFSET.format(ZoneOffset.ofTotalSeconds(Math.toIntExact(seconds)));
    }

    private static String interval(ByteBuffer in) throws IOException {
        int written = in.get();
        boolean negative = written < 0;
        int kind = negative ? ~written : written;
        long first = H2Values.varlong(in);
        long rest = kind < 5 ? 0 : H2Values.varlong(in);
        if (kind < 2 || kind == 6) {
            Period period =
                    switch (kind) {
                        case 0 -> Period.ofYears(Math.toIntExact(first));
                        case 1 -> Period.ofMonths(Math.toIntExact(first));
                        default -> Period.of(Math.toIntExact(first), Math.toIntExact(rest), 0);
                    };
            return (negative ? period.negated() : period).toString();
        }
        Duration duration =
                switch (kind) {
                    case 2 -> Duration.ofDays(first);
                    case 3 -> Duration.ofHours(first);
                    case 4 -> Duration.ofMinutes(first);
                    case 5 -> Duration.ofSeconds(first, rest);
                    case 7 -> Duration.ofDays(first).plusHours(rest);
                    case 8 -> Duration.ofDays(first).plusMinutes(rest);
                    case 9 -> Duration.ofDays(first).plusNanos(rest);
                    case 10 -> Duration.ofHours(first).plusMinutes(rest);
                    case 11 -> Duration.ofHours(first).plusNanos(rest);
                    case 12 -> Duration.ofMinutes(first).plusNanos(rest);
                    default -> throw new IOException("no kind of an interval");
                };
        return (negative ? duration.negated() : duration).toString();
    }
}
