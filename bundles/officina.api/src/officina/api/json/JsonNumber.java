// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

import java.math.BigDecimal;

/** A JSON number of any size. {@code 1.0} equals {@code 1}. */
public record JsonNumber(BigDecimal value) implements JsonValue {

    public JsonNumber {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
