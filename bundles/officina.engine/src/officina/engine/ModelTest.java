// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Duration;
import officina.api.event.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How a model answered when it was tried.
 *
 * @param first until it said something, aloud or in thought
 * @param whole until it had ended
 * @param usage {@code null} where the server does not say
 */
public record ModelTest(
        String account,
        String model,
        Duration first,
        Duration whole,
        @Nullable Usage usage) {}
