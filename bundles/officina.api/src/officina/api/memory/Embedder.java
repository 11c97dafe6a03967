// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns texts into vectors: close in meaning, close in direction. Vectors have the length 1, so that their product is the
 * cosine of their angle. Any thread may call; calls block until the vectors are there, the first one also until the model
 * is loaded. Where it cannot be loaded they throw {@link officina.api.error.FailureException} {@code embedding.*}, and
 * {@link #state} keeps the reason; everything else works without.
 */
@ProviderType
public interface Embedder extends AutoCloseable {

    /** Does not load anything. */
    EmbeddingModel model();

    /** Does not load anything. */
    EmbedderState state();

    /**
     * How many tokens the text has, without loading the model: whoever cuts long texts makes pieces of at most
     * {@link EmbeddingModel#maxTokens}.
     */
    int countTokens(String text);

    /** The vector of what a person looks for. Goes before all passages that wait. */
    float[] query(String text) throws InterruptedException;

    /**
     * The vectors of texts to be found, in their order. Memory and time between two looks at an interrupt are bounded,
     * however many texts there are.
     */
    List<float[]> passages(List<String> texts) throws InterruptedException;

    /** Releases the model. Whoever waits gets a failure. */
    @Override
    void close();
}
