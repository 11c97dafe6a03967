// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose plug-ins can be installed.
 *
 * @param key as the publisher tells it: {@code ed25519:} and 43 letters
 * @param name what the person calls whose key it is
 * @param since when it was trusted; {@code null} for one that is built in
 */
public record PublisherItem(
        String key, String name, @Nullable Instant since) {}
