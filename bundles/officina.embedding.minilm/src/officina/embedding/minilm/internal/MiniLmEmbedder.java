// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;
import officina.embedding.minilm.internal.onnx.EmbeddingFailures;
import officina.embedding.minilm.internal.token.Tokenizer;
import org.jspecify.annotations.Nullable;

/** The embedder over the thread that runs the model. */
final class MiniLmEmbedder implements Embedder {

    private final Supplier<Tokenizer> tokenizers;
    private final InferenceThread thread;
    private @Nullable Tokenizer tokenizer;

    MiniLmEmbedder(Supplier<Tokenizer> tokenizers, InferenceThread thread) {
        this.tokenizers = tokenizers;
        this.thread = thread;
    }

    @Override
    public EmbeddingModel model() {
        return MiniLm.MODEL;
    }

    @Override
    public EmbedderState state() {
        return thread.state();
    }

    @Override
    public int countTokens(String text) {
        return tokenizer().encode(text, Integer.MAX_VALUE).length;
    }

    @Override
    public float[] query(String text) throws InterruptedException {
        return vector(text, true);
    }

    @Override
    public List<float[]> passages(List<String> texts) throws InterruptedException {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(vector(text, false));
        }
        return vectors;
    }

    private float[] vector(String text, boolean urgent) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        int[] tokens = tokenizer().encode(text, MiniLm.MODEL.maxTokens());
        CompletableFuture<float[]> vector = thread.ask(tokens, urgent);
        try {
            return vector.get();
        } catch (InterruptedException e) {
            vector.cancel(false);
            throw e;
        } catch (ExecutionException | CancellationException e) {
            throw e.getCause() instanceof FailureException failure
                    ? new FailureException(failure.failure(), failure)
                    : EmbeddingFailures.broken(e);
        }
    }

    private synchronized Tokenizer tokenizer() {
        Tokenizer known = tokenizer;
        if (known == null) {
            known = tokenizers.get();
            tokenizer = known;
        }
        return known;
    }

    @Override
    public void close() {
        thread.close();
    }
}
