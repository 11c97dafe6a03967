// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import officina.agent.task.internal.reading.Understandings;
import officina.api.agent.ChatAgent;
import officina.api.language.EntityExtractor;
import officina.language.WordEntityExtractor;
import officina.testkit.agent.AgentContractTests;

class TaskAgentContractTests extends AgentContractTests {

    private final Understandings understandings = new Understandings();

    @Override
    protected ChatAgent agent() {
        return new TaskAgent(understandings);
    }

    @Override
    protected EntityExtractor extractor() {
        return new WordEntityExtractor();
    }
}
