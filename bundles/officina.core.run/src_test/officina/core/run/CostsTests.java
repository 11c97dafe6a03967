// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import officina.api.event.Usage;
import org.junit.jupiter.api.Test;

class CostsTests {

    @Test
    void what_is_paid_in_one_currency_adds_up() {
        assertEquals("0.63 EUR", of("0.50", "EUR").plus(usage("0.125", "EUR")).toString());
    }

    @Test
    void two_currencies_are_never_added() {
        Costs costs = of("1.10", "USD").plus(of("0.25", "EUR")).plus(usage("1", "USD"));
        assertEquals("0.25 EUR + 2.10 USD", costs.toString());
    }

    @Test
    void what_costs_nothing_leaves_no_trace() {
        Costs costs = Costs.NONE.plus(usage("0.00", "USD"));
        assertTrue(costs.isNone());
        assertEquals(Costs.NONE, costs);
        assertEquals("0", costs.toString());
    }

    @Test
    void what_is_less_than_a_cent_is_not_told_as_nothing() {
        assertEquals("0.0042 USD", of("0.00421", "USD").toString());
        assertEquals("< 0.0001 USD", of("0.00001", "USD").toString());
    }

    private static Costs of(String amount, String currency) {
        return Costs.NONE.plus(usage(amount, currency));
    }

    private static Usage usage(String amount, String currency) {
        return new Usage("p", "m", 1, 1, new BigDecimal(amount), currency, Duration.ZERO);
    }
}
