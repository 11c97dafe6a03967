// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;

/** Takes the three letters that words begin with for their meaning; enough to be told from the words. */
final class WordEmbedder implements Embedder {

    private static final Failure BROKEN = Failure.of("embedding.model", ErrorKind.RESOURCE, "broken on purpose", null);
    private static final int DIMENSIONS = 64;

    private final String id;
    private boolean broken;

    /** What was compared, in this order. */
    private final List<String> compared = new ArrayList<>();

    WordEmbedder(String id) {
        this.id = id;
    }

    void setBroken(boolean now) {
        broken = now;
    }

    /** What was compared since this was asked last. */
    List<String> compared() {
        List<String> since = List.copyOf(compared);
        compared.clear();
        return since;
    }

    @Override
    public EmbeddingModel model() {
        return new EmbeddingModel(id, DIMENSIONS, 256);
    }

    @Override
    public EmbedderState state() {
        return broken ? new EmbedderState.Unavailable(BROKEN) : new EmbedderState.Ready();
    }

    @Override
    public int countTokens(String text) {
        return text.split(" ", -1).length;
    }

    @Override
    public float[] query(String text) throws InterruptedException {
        return passages(List.of(text)).get(0);
    }

    @Override
    public List<float[]> passages(List<String> texts) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (broken) {
            throw new FailureException(BROKEN);
        }
        compared.addAll(texts);
        List<float[]> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(vector(text)));
        return vectors;
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            String root = word.substring(0, Math.min(3, word.length()));
            vector[Math.floorMod(root.hashCode() * 31, DIMENSIONS)] += 1;
        }
        double squares = 0;
        for (float each : vector) {
            squares += each * each;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
