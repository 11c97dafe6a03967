// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.regex.Pattern;

/**
 * What a model of meanings promises. Vectors of two models with different ids cannot be compared.
 *
 * @param id lower-case letters, digits, dots and hyphens; another one whenever the same text would get another vector
 * @param dimensions of its vectors
 * @param maxTokens how many tokens of a text it looks at; what is behind them does not count
 */
public record EmbeddingModel(String id, int dimensions, int maxTokens) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*+");

    public EmbeddingModel {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a model's id looks like all-minilm-l6-v2.1, not: " + id);
        }
        if (dimensions < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("a model has dimensions and looks at tokens");
        }
    }
}
