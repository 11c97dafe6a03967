// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge;

import java.util.List;
import officina.agent.knowledge.internal.Answer;
import officina.agent.knowledge.internal.Attached;
import officina.agent.knowledge.internal.Folders;
import officina.agent.knowledge.internal.Lookup;
import officina.agent.knowledge.internal.Question;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.memory.IndexAnswer;
import officina.api.record.IndexedFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Answers questions with passages of the person's documents, and says which folders they come from. */
@Component(service = ChatAgent.class)
public final class KnowledgeAgent implements ChatAgent {

    @Activate
    public KnowledgeAgent() {
        // nothing is needed before the first question
    }

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) throws InterruptedException {
        List<IndexedFolder> folders = Folders.all(context.records());
        Question question = Question.of(request.message().plainText());
        Attached attached = new Attached(request.context().relevantDocuments());
        if (attached.isFor(request, question)) {
            return AgentReply.answer(attached.answer(question));
        }
        if (question.isAboutIndex()) {
            return AgentReply.answer(Folders.told(folders));
        }
        if (folders.isEmpty()) {
            return AgentReply.answer(Folders.NONE);
        }
        IndexAnswer answer = context.index().search(Lookup.query(question.wanted(), Lookup.STANDARD));
        return AgentReply.answer(Answer.of(question.wanted(), answer).text());
    }
}
