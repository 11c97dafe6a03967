// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail;

import java.time.Instant;
import java.util.List;
import officina.api.batch.BatchAgent;
import officina.api.host.MailAccess;
import officina.api.language.EntityExtractor;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import officina.language.WordEntityExtractor;
import officina.testkit.agent.BatchContractTests;
import officina.testkit.agent.FakeAgentContext;

class MailAgentContractTests extends BatchContractTests {

    @Override
    protected BatchAgent agent() {
        return new MailAgent();
    }

    @Override
    protected EntityExtractor extractor() {
        return new WordEntityExtractor();
    }

    @Override
    protected void prepare(FakeAgentContext context) {
        context.receiving(new MailAccess() {
            @Override
            public List<String> accounts() {
                return List.of("work");
            }

            @Override
            public MailNews news(String account, MailMark since, int most) {
                MailMessage message = new MailMessage(
                        7, "Bob", "Report", Instant.EPOCH, "Please send me the report by Friday.", false);
                return new MailNews(List.of(message), new MailMark(1, 7, Instant.EPOCH), false);
            }
        });
    }
}
