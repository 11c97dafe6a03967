// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNumberTests {

    @ParameterizedTest
    @CsvSource({
        "0, true, 0",
        "-0.00, true, 0",
        "1.0, true, 1",
        "1e3, true, 1000",
        "-17, true, -17",
        "9223372036854775807, true, 9223372036854775807",
        "-9223372036854775808, true, -9223372036854775808",
        "9223372036854775808, false, -9223372036854775808",
        "1e999999999, false, 0",
        "0.5, false, 0",
        "-2.75, false, -2",
    })
    void a_number_is_the_same_however_it_was_made(String text, boolean isLong, long longValue) {
        BigDecimal decimal = new BigDecimal(text);
        JsonNumber number = new JsonNumber(decimal);
        assertEquals(isLong, number.isLong());
        assertEquals(longValue, number.longValue());
        assertEquals(0, decimal.compareTo(number.value()));
        assertEquals(number, new JsonNumber(number.value()));
        assertEquals(number.hashCode(), new JsonNumber(number.value()).hashCode());
        JsonNumber other = new JsonNumber(longValue);
        if (isLong) {
            assertEquals(other, number);
            assertEquals(other.hashCode(), number.hashCode());
        } else {
            assertNotEquals(other, number);
        }
    }
}
