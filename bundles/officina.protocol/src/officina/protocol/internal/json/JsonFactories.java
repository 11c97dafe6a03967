// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** The settings of the JSON library. */
final class JsonFactories {

    /** Deeper than any limit of ours, which is checked with a clearer message. */
    private static final int LIBRARY_DEPTH = 2_000;

    /** Thread-safe. Buffers come from a small pool, not from thread locals: there are many virtual threads. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(LIBRARY_DEPTH)
                    .maxNumberLength(Numbers.MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(100_000)
                    .maxDocumentLength(-1)
                    .maxTokenCount(2_000_000)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(LIBRARY_DEPTH)
                    .build())
            .recyclerPool(JsonRecyclerPools.newBoundedPool(16))
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // names come from outside: they must not fill the JVM's table of interned strings
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private JsonFactories() {}
}
