// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON number of any size. {@code 1.0} equals {@code 1}. A value. */
public final class JsonNumber implements JsonValue {

    /** More digits than these before the point are no {@code long}. */
    private static final int LONG_DIGITS = 19;

    private final long whole;
    /**
     * In its shortest form; {@code null} where {@link #whole} holds the number. Nearly all numbers are whole, and
     * decimals are dear: their class alone takes as long to be ready as a short command may.
     */
    private final @Nullable BigDecimal decimal;

    public JsonNumber(long value) {
        whole = value;
        decimal = null;
    }

    public JsonNumber(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        boolean isLong = shortest.scale() <= 0
                && (long) shortest.precision() - shortest.scale() <= LONG_DIGITS
                && shortest.toBigInteger().bitLength() < Long.SIZE;
        whole = isLong ? shortest.longValue() : 0;
        decimal = isLong ? null : shortest;
    }

    /** Whether it is a whole number that fits {@code long}. */
    public boolean isLong() {
        return decimal == null;
    }

    /** The number as far as {@code long} can hold it: without what is after the point, and its lowest 64 bits. */
    public long longValue() {
        return decimal == null ? whole : decimal.longValue();
    }

    /** The number nearest to it; infinite where it is too large. */
    public double doubleValue() {
        return decimal == null ? whole : decimal.doubleValue();
    }

    /** The number itself, without zeros at its end. */
    public BigDecimal value() {
        return decimal != null
                ? decimal
                : whole == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(whole).stripTrailingZeros();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNumber number && whole == number.whole && Objects.equals(decimal, number.decimal);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(whole) + Objects.hashCode(decimal);
    }

    @Override
    public String toString() {
        return "JsonNumber[" + (decimal == null ? Long.toString(whole) : decimal.toString()) + "]";
    }
}
