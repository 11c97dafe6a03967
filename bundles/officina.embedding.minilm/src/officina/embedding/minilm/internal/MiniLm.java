// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import java.io.IOException;
import java.io.InputStream;
import officina.api.memory.EmbeddingModel;
import officina.embedding.minilm.internal.onnx.EmbeddingFailures;
import officina.embedding.minilm.internal.onnx.OnnxSentenceModel;
import officina.embedding.minilm.internal.onnx.Resources;
import officina.embedding.minilm.internal.token.Tokenizer;

/** The one model of this bundle, all-MiniLM-L6-v2 with weights of eight bits (decision 0064). */
public final class MiniLm {

    /** With a number that grows whenever the same text would get another vector. */
    static final EmbeddingModel MODEL = new EmbeddingModel("all-minilm-l6-v2-q.1", OnnxSentenceModel.DIMENSIONS, 256);

    static final String FILE = "all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

    private MiniLm() {}

    /** Reads the vocabulary, which takes some hundredths of a second. */
    public static Tokenizer tokenizer() {
        try (InputStream in = Resources.ofThisProduct().model(TOKENIZER)) {
            if (in == null) {
                throw EmbeddingFailures.broken(null);
            }
            return new Tokenizer(in.readAllBytes());
        } catch (IOException e) {
            throw EmbeddingFailures.broken(e);
        }
    }
}
