// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import java.math.BigDecimal;

/**
 * What numbers may travel. They are exact, so both limits matter: without the second, {@code 1e999999999} is a few bytes
 * that grow to a gigabyte as soon as somebody adds 1.
 */
public final class Numbers {

    /** Most characters of a number. */
    static final int MAX_DIGITS = 1_000;

    /** The largest exponent, positive or negative. */
    static final int MAX_EXPONENT = 10_000;

    private Numbers() {}

    /** Whether the number is within the limits. */
    public static boolean allowed(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MAX_EXPONENT && value.precision() <= MAX_DIGITS;
    }
}
