// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files;

import officina.api.batch.BatchAgent;
import officina.document.Documents;
import officina.testkit.agent.BatchContractTests;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryIndexAccess;

class FilesContractTests extends BatchContractTests {

    private final InMemoryIndexAccess index = new InMemoryIndexAccess();

    @Override
    protected BatchAgent agent() {
        return new FilesAgent();
    }

    /** No folder was approved. */
    @Override
    protected void prepare(FakeAgentContext context) {
        context.searching(index).reading(new Documents());
    }
}
