// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;

/**
 * What a million tokens cost.
 *
 * @param currency an ISO 4217 code
 */
public record ModelPrices(BigDecimal input, BigDecimal output, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public ModelPrices {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price is not below zero");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("a currency is a code like EUR");
        }
    }

    /** What so many tokens cost. */
    public BigDecimal of(TokenUsage usage) {
        BigDecimal sum = input.multiply(BigDecimal.valueOf(usage.input()))
                .add(output.multiply(BigDecimal.valueOf(usage.output())));
        return sum.divide(MILLION, MathContext.DECIMAL64);
    }

    static ModelPrices from(JsonObject fields) {
        return new ModelPrices(price(fields, "input"), price(fields, "output"), fields.requireText("currency"));
    }

    private static BigDecimal price(JsonObject fields, String name) {
        if (fields.get(name) instanceof JsonNumber number) {
            return number.value();
        }
        throw new IllegalArgumentException("member \"" + name + "\" must be a number");
    }

    JsonObject fields() {
        return JsonObject.EMPTY.with("input", input).with("output", output).with("currency", currency);
    }
}
