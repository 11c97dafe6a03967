// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.browser;

import java.util.function.LongSupplier;
import officina.agent.browser.internal.Round;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Brings the collection {@code browser} into step with the bookmarks and the history of the browsers that the person
 * allowed. It sees addresses and titles alone, and no profile. All that it knows is in that collection.
 */
@Component(service = BatchAgent.class)
public final class BrowserAgent implements BatchAgent {

    private final LongSupplier nanos;

    @Activate
    public BrowserAgent() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    BrowserAgent(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) throws InterruptedException {
        return new Round(context, nanos).run();
    }
}
