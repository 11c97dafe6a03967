// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;

/** An embedder whose model cannot be loaded, as on a system without its library. */
public final class NoMeaning implements Embedder {

    private static final Failure REASON =
            Failure.of("embedding.unsupported", ErrorKind.RESOURCE, "There is no library for this system.", null);

    @Override
    public EmbeddingModel model() {
        return new EmbeddingModel("none", 1, 1);
    }

    @Override
    public EmbedderState state() {
        return new EmbedderState.Unavailable(REASON);
    }

    @Override
    public int countTokens(String text) {
        throw new FailureException(REASON);
    }

    @Override
    public float[] query(String text) {
        throw new FailureException(REASON);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        throw new FailureException(REASON);
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
