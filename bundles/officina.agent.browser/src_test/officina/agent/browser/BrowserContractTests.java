// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.browser;

import java.util.List;
import java.util.function.Consumer;
import officina.api.batch.BatchAgent;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.testkit.agent.BatchContractTests;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryIndexAccess;

class BrowserContractTests extends BatchContractTests {

    private final InMemoryIndexAccess index = new InMemoryIndexAccess();

    /** No browser was allowed. */
    private final BrowserDataAccess browsers = new BrowserDataAccess() {

        @Override
        public List<BrowserProfile> profiles() {
            return List.of();
        }

        @Override
        public void read(BrowserProfile profile, Consumer<BrowserPages> pages) {
            throw new UnsupportedOperationException("there is none");
        }
    };

    @Override
    protected BatchAgent agent() {
        return new BrowserAgent();
    }

    @Override
    protected void prepare(FakeAgentContext context) {
        context.searching(index).browsing(browsers);
    }
}
