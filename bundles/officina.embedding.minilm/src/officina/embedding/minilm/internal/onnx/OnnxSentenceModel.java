// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The model in ONNX Runtime. */
public final class OnnxSentenceModel implements SentenceModel {

    /** Of a vector. */
    public static final int DIMENSIONS = 384;

    private static final int MOST_THREADS = 4;

    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSentenceModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads native library and model; takes some tenths of a second.
     *
     * @param folder for the native library
     * @param model the name of the model's file
     */
    public static OnnxSentenceModel load(Resources resources, Path folder, String model) {
        new NativeFiles(resources, folder).prepare();
        try (InputStream in = resources.model(model);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw EmbeddingFailures.broken(null);
            }
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_THREADS);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // its threads would burn a processor while they wait for the next text
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxSentenceModel(environment, environment.createSession(outsideTheHeap(in), options));
        } catch (OrtException | IOException | LinkageError e) {
            throw EmbeddingFailures.broken(e);
        }
    }

    /** Where native code can read it as it is. */
    private static ByteBuffer outsideTheHeap(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** One text at a time: several at once are no faster, and their vectors would depend on each other (decision 0064). */
    @Override
    public float[] run(int[] tokens) {
        long[] shape = {1, tokens.length};
        LongBuffer numbers = LongBuffer.allocate(tokens.length);
        for (int token : tokens) {
            numbers.put(token);
        }
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers.flip(), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), tokens.length);
        } catch (OrtException e) {
            throw EmbeddingFailures.broken(e);
        }
    }

    /** The middle of all tokens' states, brought to the length 1. */
    private static float[] mean(FloatBuffer states, int tokens) {
        double[] sum = new double[DIMENSIONS];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += states.get(token * DIMENSIONS + i);
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(each -> each * each).sum());
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw EmbeddingFailures.broken(e);
        }
    }
}
