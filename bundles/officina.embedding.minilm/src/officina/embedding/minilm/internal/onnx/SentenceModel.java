// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

/** A loaded model. One thread at a time. */
public interface SentenceModel extends AutoCloseable {

    /** The vector, of length 1, of the text with these tokens: always the same for the same ones. */
    float[] run(int[] tokens);

    @Override
    void close();
}
