// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files;

import java.util.function.LongSupplier;
import officina.agent.files.internal.Round;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Compares the folders that the person approved with what is known of them, and brings the collection {@code files} into
 * step. All that it knows is in that collection, so that it goes on where it was, and fills one that was emptied.
 */
@Component(service = BatchAgent.class)
public final class FilesAgent implements BatchAgent {

    private final LongSupplier nanos;

    @Activate
    public FilesAgent() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    FilesAgent(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) throws InterruptedException {
        return new Round(context, nanos).run();
    }
}
