// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The model and the native library that runs it. */
@NullMarked
package officina.embedding.minilm.internal.onnx;

import org.jspecify.annotations.NullMarked;
