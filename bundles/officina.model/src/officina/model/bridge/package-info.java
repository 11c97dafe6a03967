// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/**
 * The bridge to LangChain4j for the providers that come with the product: they bring its builder and the dialect of
 * their servers, and nothing else. Its types appear here and in those providers, nowhere beyond.
 */
@NullMarked
package officina.model.bridge;

import org.jspecify.annotations.NullMarked;
