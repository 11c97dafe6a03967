// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.language;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds entities in a text without any model. Deterministic; any thread; does not block. A language it has no words for
 * yields what is independent of language (ISO dates, numbers, quoted titles), never an error.
 */
@ProviderType
public interface EntityExtractor {

    /** What the text speaks of, in its order; each piece of it is part of one entity at most. */
    Entities extract(String text, LanguageContext context);
}
