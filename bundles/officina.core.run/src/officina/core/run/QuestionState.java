// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import officina.api.id.QuestionId;
import org.jspecify.annotations.Nullable;

/** A question of a run, with its answer once it is there. */
public record QuestionState(
        QuestionId id,
        String text,
        List<String> options,
        @Nullable String answer) {

    public QuestionState {
        options = List.copyOf(options);
    }
}
