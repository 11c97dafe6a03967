// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** From a text to the numbers of its tokens, exactly as the model was trained with. */
@NullMarked
package officina.embedding.minilm.internal.token;

import org.jspecify.annotations.NullMarked;
