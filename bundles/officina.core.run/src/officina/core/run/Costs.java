// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.api.event.Usage;

/**
 * What models took in money: an amount for each currency, which are never added to each other. Immutable.
 *
 * @param amounts by ISO 4217 code; none is zero
 */
public record Costs(SortedMap<String, BigDecimal> amounts) {

    public static final Costs NONE = new Costs(new TreeMap<>());

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    public Costs {
        SortedMap<String, BigDecimal> kept = new TreeMap<>(amounts);
        kept.values().removeIf(each -> each.signum() == 0);
        amounts = Collections.unmodifiableSortedMap(kept);
    }

    /** These and what one call took. */
    public Costs plus(Usage usage) {
        return plus(new Costs(new TreeMap<>(Map.of(usage.currency(), usage.cost()))));
    }

    /** Both together. */
    public Costs plus(Costs others) {
        SortedMap<String, BigDecimal> sum = new TreeMap<>(amounts);
        others.amounts.forEach((currency, amount) -> sum.merge(currency, amount, BigDecimal::add));
        return new Costs(sum);
    }

    public boolean isNone() {
        return amounts.isEmpty();
    }

    /** All of it as one number, for where there is one currency. */
    public BigDecimal sum() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** For a person: {@code 0.25 EUR + 1.10 USD}, with four digits below a cent; {@code 0} where there is none. */
    @Override
    public String toString() {
        return isNone()
                ? "0"
                : amounts.entrySet().stream()
                        .map(each -> rounded(each.getValue()) + " " + each.getKey())
                        .collect(Collectors.joining(" + "));
    }

    private static String rounded(BigDecimal amount) {
        if (amount.signum() > 0 && amount.compareTo(LEAST) < 0) {
            return "< " + LEAST.toPlainString();
        }
        int digits = amount.abs().compareTo(CENT) < 0 ? LEAST.scale() : CENT.scale();
        return amount.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
