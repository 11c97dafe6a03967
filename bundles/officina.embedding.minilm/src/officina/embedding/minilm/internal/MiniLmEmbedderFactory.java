// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal;

import java.nio.file.Path;
import java.time.Duration;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderFactory;
import officina.embedding.minilm.internal.onnx.OnnxSentenceModel;
import officina.embedding.minilm.internal.onnx.Resources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes embedders with the model of this bundle. */
@Component(service = EmbedderFactory.class)
public final class MiniLmEmbedderFactory implements EmbedderFactory {

    /** The model takes some 100 MB of memory, and half a second to load. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Resources resources;
    private final Duration patience;

    @Activate
    public MiniLmEmbedderFactory() {
        this(Resources.ofThisProduct(), PATIENCE);
    }

    /** With other files, for tests. */
    MiniLmEmbedderFactory(Resources resources, Duration patience) {
        this.resources = resources;
        this.patience = patience;
    }

    @Override
    public Embedder open(Path folder) {
        return new MiniLmEmbedder(
                MiniLm::tokenizer,
                new InferenceThread(() -> OnnxSentenceModel.load(resources, folder, MiniLm.FILE), patience));
    }
}
