// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail;

import officina.agent.mail.internal.Round;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Goes through what is new in the accounts that it was granted, and proposes as to-dos what somebody asks the person for.
 * By rules, in English: who writes otherwise is not understood, and nothing is made up. It keeps how far it is, and of the
 * mail nothing but what the person agrees to.
 */
@Component(service = BatchAgent.class)
public final class MailAgent implements BatchAgent {

    @Activate
    public MailAgent() {}

    @Override
    public BatchResult run(BatchTrigger trigger, BatchContext context) throws InterruptedException {
        return new Round(context).run();
    }
}
