// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderFactory;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;

/**
 * The one embedder of an engine, for all who compare texts by meaning. Not even its bundle is started before the first
 * use, so that it costs an opening nothing. The engine alone closes it.
 */
public final class Meanings implements Embedder {

    private final OnDemand<Embedder> embedder;

    /** @param folder for the native libraries, in the data folder; made when needed */
    public Meanings(Supplier<EmbedderFactory> factories, Path folder) {
        embedder = new OnDemand<>(() -> factories.get().open(folder));
    }

    @Override
    public EmbeddingModel model() {
        return embedder.get().model();
    }

    @Override
    public EmbedderState state() {
        Embedder known = embedder.peek();
        return known == null ? new EmbedderState.Asleep() : known.state();
    }

    @Override
    public int countTokens(String text) {
        return embedder.get().countTokens(text);
    }

    @Override
    public float[] query(String text) throws InterruptedException {
        return embedder.get().query(text);
    }

    @Override
    public List<float[]> passages(List<String> texts) throws InterruptedException {
        return embedder.get().passages(texts);
    }

    @Override
    public void close() {
        Embedder known = embedder.end();
        if (known != null) {
            known.close();
        }
    }
}
