// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import org.jspecify.annotations.Nullable;

/**
 * A model of an account. What a server does not say is {@code null}.
 *
 * @param id as requests name it
 * @param title for the person
 * @param contextLength in tokens
 * @param tools whether it can call tools
 * @param vision whether it can look at pictures
 */
public record ModelInfo(
        String id,
        String title,
        @Nullable Long contextLength,
        @Nullable Boolean tools,
        @Nullable Boolean vision) {}
