// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.function.Supplier;
import officina.api.host.DocumentAccess;
import officina.api.memory.EmbedderFactory;
import officina.index.IndexFactory;

/**
 * What knowledge is made of. Each is asked for at the first use: asking starts a bundle.
 *
 * @param documents reads any file, without asking for leave
 */
public record KnowledgeParts(
        Supplier<EmbedderFactory> embedders, Supplier<IndexFactory> indexes, Supplier<DocumentAccess> documents) {}
