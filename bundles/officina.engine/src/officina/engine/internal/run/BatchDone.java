// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import officina.api.batch.BatchResult;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a batch agent did, and what is to be written now that it did it.
 *
 * @param kept for its next run; {@code null} where what it kept before stays
 * @param proposed steps that the person is asked about; {@code null} for none
 */
public record BatchDone(
        BatchResult result,
        @Nullable JsonObject kept,
        @Nullable ProposedSteps proposed) {}
