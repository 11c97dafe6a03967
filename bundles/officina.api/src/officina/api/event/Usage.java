// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What one call of a model took.
 *
 * @param cost in the currency, an ISO 4217 code; zero for a local model
 */
public record Usage(
        String provider,
        String model,
        long inputTokens,
        long outputTokens,
        BigDecimal cost,
        String currency,
        Duration duration) {}
