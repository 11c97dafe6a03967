// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.sample;

import java.util.List;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** Does what it is told. */
public final class SampleAgent implements ChatAgent {

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) throws InterruptedException {
        String words = request.message().plainText();
        return switch (words.substring(0, words.indexOf(' '))) {
            case "add" -> add(words.substring(4), context);
            case "print" -> print(words);
            case "see" -> AgentReply.answer(see(words.substring(4)));
            case "sleep" -> sleep();
            default -> throw new IllegalArgumentException("the secret in " + words);
        };
    }

    private static AgentReply add(String title, AgentContext context) {
        context.progress("adding");
        JsonObject fields = JsonObject.EMPTY.with("title", title).with("project", context.project());
        context.records().create(RecordKind.TODO, fields);
        List<DataRecord> all = context.records().list(RecordQuery.all(RecordKind.TODO));
        return AgentReply.answer(all.size() + " in " + context.language().zone() + " " + context.answers());
    }

    private static AgentReply print(String words) {
        System.out.println("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
        System.out.println(words);
        return AgentReply.answer("printed");
    }

    private static String see(String name) {
        try {
            return "sees " + Class.forName(name).getName();
        } catch (ClassNotFoundException e) {
            return "does not see it";
        }
    }

    private static AgentReply sleep() throws InterruptedException {
        Thread.sleep(Long.MAX_VALUE);
        return AgentReply.answer("woke up");
    }
}
