// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.embedding.minilm.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the product brings along: the files of the model and of the native library. */
public interface Resources {

    /** A file of the bundle with the native library; its classes are not initialised by this. */
    @Nullable
    InputStream library(String path);

    /** A file of the model. */
    @Nullable
    InputStream model(String name);

    /** Those of this product. */
    static Resources ofThisProduct() {
        return new Resources() {
            @Override
            public @Nullable InputStream library(String path) {
                return OrtEnvironment.class.getResourceAsStream("/" + path);
            }

            @Override
            public @Nullable InputStream model(String name) {
                // in the framework it comes from a fragment of this bundle
                return Resources.class.getResourceAsStream("/" + name);
            }
        };
    }
}
