// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;

/** A question to the person. Without options any text may answer. */
public record AgentQuestion(String text, List<String> options) {

    public AgentQuestion {
        options = List.copyOf(options);
    }
}
