// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.Optional;
import java.util.function.Supplier;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.model.ModelClient;

/** Which language model answers in a conversation. Any thread. */
@FunctionalInterface
public interface RunModels {

    /**
     * A model to be asked.
     *
     * @param title for the person
     * @param model as its server names it
     * @param client starts what speaks to the server when it is first needed
     */
    record Chosen(String title, String model, Supplier<ModelClient> client) {}

    /** None where the person chose none; {@code model.*} where what was chosen is not there any more. */
    Optional<Chosen> chosen(RecordId project, SessionId conversation);
}
