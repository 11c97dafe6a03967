// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.MailAccess;
import officina.api.host.SecretRef;
import officina.api.json.JsonObject;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/**
 * An agent of a stranger, Flimflam, which does what it is told: a verb and what it is about ({@code examples/README.md}).
 * Runs in a plug-in host, not here.
 */
public final class SampleAgent implements ChatAgent {

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) throws InterruptedException {
        String words = request.message().plainText().replaceFirst("^Flimflam, ", "");
        int space = words.indexOf(' ');
        String about = words.substring(space + 1);
        return switch (words.substring(0, space)) {
            case "add" -> add(about, context);
            case "print" -> print(about);
            case "see" -> AgentReply.answer(see(about));
            case "read" -> AgentReply.answer(read(Path.of(about)));
            case "fetch" -> fetch(about, context);
            case "mail" -> mail(about, context);
            case "say" -> AgentReply.answer(about.repeat(3));
            case "chat" -> chat(Integer.parseInt(about), context);
            case "grow" -> AgentReply.answer("x".repeat(Integer.parseInt(about)));
            case "sleep" -> sleep();
            case "hang" -> hang();
            case "exit" -> exit(Integer.parseInt(about));
            case "refuse" -> throw new FailureException(Failure.of(about, ErrorKind.RESOURCE, "Refused.", null));
            default -> throw new IllegalArgumentException("the secret in " + words);
        };
    }

    private static AgentReply add(String title, AgentContext context) {
        context.progress("adding");
        JsonObject fields = JsonObject.EMPTY.with("title", title).with("project", context.project());
        context.records().create(RecordKind.TODO, fields);
        int all = context.records().list(RecordQuery.all(RecordKind.TODO)).size();
        return AgentReply.answer(all + " in " + context.language().zone() + " " + context.answers());
    }

    private static AgentReply chat(int times, AgentContext context) {
        for (int i = 0; i < times; i++) {
            context.progress("at it for the " + i + ". time");
        }
        return AgentReply.answer("chatted");
    }

    /** First as what would be a message of the protocol. */
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "cannot read it";
        }
    }

    /** The address, and the name of a secret where one is to go with it; once whole and once in pieces. */
    private static AgentReply fetch(String about, AgentContext context) throws InterruptedException {
        String[] words = about.split(" ");
        Credential credential = words.length > 1 ? Credential.bearer(new SecretRef(words[1])) : null;
        HttpCall call = new HttpCall("GET", URI.create(words[0]), Map.of(), null, credential);
        HttpAnswer answer = context.http().send(call, Duration.ofSeconds(30));
        AtomicLong bytes = new AtomicLong();
        HttpAnswer pieces = context.http().read(call, Duration.ofSeconds(30), piece -> bytes.addAndGet(piece.length));
        String body = answer.body().length() > 100 ? answer.body().length() + " letters" : answer.body();
        return AgentReply.answer(answer.status() + " " + body + ", " + pieces.status() + " and " + bytes);
    }

    /** What is new in that account, from the beginning. */
    private static AgentReply mail(String account, AgentContext context) throws InterruptedException {
        MailNews news = context.mail().news(account, MailMark.from(Instant.EPOCH), MailAccess.MOST);
        List<String> told = news.messages().stream()
                .map(each ->
                        each.from() + ": " + each.subject() + ", " + each.text().length() + " letters")
                .toList();
        return AgentReply.answer(
                context.mail().accounts() + " " + told + " up to " + news.mark().uid());
    }

    private static AgentReply sleep() throws InterruptedException {
        Thread.sleep(Long.MAX_VALUE);
        return AgentReply.answer("woke up");
    }

    /** Interrupted or not. */
    private static AgentReply hang() {
        System.out.println("hanging");
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                System.out.println("not listening");
            }
        }
    }

    private static AgentReply exit(int code) {
        Runtime.getRuntime().halt(code);
        return AgentReply.answer("still there");
    }
}
