// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAccess;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.MailAccess;
import officina.api.host.SecretRef;
import officina.api.host.ServerEvent;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.UserProfile;
import officina.base.Threads;
import officina.host.HostCommand;
import officina.host.HostedPlugin;
import officina.host.HostedServices;
import officina.protocol.exchange.Contracts;
import officina.protocol.exchange.Exchange;
import officina.protocol.exchange.ExchangeFailures;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.StreamChannel;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.launch.Framework;

/** A real host, in a process of its own, with a plug-in in a real framework; not in a sandbox here. */
@Timeout(120)
class HostMainTests {

    private static final Failure GONE = Failure.of("test.gone", ErrorKind.RESOURCE, "Gone.", null);
    private static final RecordId PROJECT = InMemoryRecordAccess.id(1);

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);
    private final FakeAgentContext context = new FakeAgentContext(
            PROJECT,
            records,
            (text, language) -> new Entities(text, List.of()),
            new LanguageContext(clock.instant(), ZoneId.of("Europe/Rome"), Locale.UK));
    private Process process;
    private Exchange exchange;
    private HostedPlugin plugin;

    private void host(SampleJar jar) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.provider=" + PrintedLog.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                HostCommand.MAIN));
        line.addAll(new HostCommand(
                        HostParts.packages(),
                        HostParts.capabilities(),
                        HostParts.extenders(),
                        jar.in(folder),
                        folder.resolve("framework"))
                .words());
        process = new ProcessBuilder(line)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        exchange = new Exchange(
                new RpcConnection(new StreamChannel(process.getInputStream(), process.getOutputStream()), "host", GONE),
                new Contracts(),
                "host-call",
                GONE);
        exchange.start(() -> {});
        plugin = exchange.borrow(HostedPlugin.class);
    }

    @AfterEach
    void end() {
        exchange.close();
        process.destroyForcibly();
    }

    private AgentReply says(String words) throws InterruptedException {
        ChatContext known = new ChatContext(
                new UserProfile("Ada", Locale.UK, ZoneId.of("Europe/Rome")), List.of(), List.of(), List.of());
        ChatAgent agent = plugin.agent(0);
        return agent.handle(
                new ChatRequest(Message.text(MessageRole.USER, words), PROJECT, ExecutionMode.PLAN, null, known),
                context);
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    @Test
    void an_agent_works_with_what_it_is_handed_as_if_it_were_here() throws Exception {
        host(new SampleJar());
        assertEquals(new HostedServices(List.of("agent.sample"), List.of(), 0), plugin.start());
        assertEquals(plugin.start(), plugin.start());
        context.answered("two");

        assertEquals(AgentReply.answer("1 in Europe/Rome [two]"), says("add milk"));

        assertEquals(
                List.of("milk"),
                records.list(RecordQuery.all(RecordKind.TODO)).stream()
                        .map(each -> each.fields().requireText("title"))
                        .toList());
        assertEquals(List.of("adding"), context.progress());
    }

    @Test
    void a_batch_agent_works_with_what_it_is_handed_as_if_it_were_here() throws Exception {
        host(new SampleJar().batched());
        assertEquals(new HostedServices(List.of("agent.sample"), List.of("batch.sample"), 0), plugin.start());
        says("add milk");

        BatchTrigger trigger =
                new BatchTrigger(Cause.PERSON, clock.instant(), null, JsonObject.EMPTY.with("why", List.of("to see")));
        assertEquals(
                new BatchResult("Counted 1 to-dos, PERSON[to see]", List.of(new BatchResult.Count("to-dos", 1))),
                plugin.batchAgent(0).run(trigger, context));

        assertEquals(List.of("adding", "counting"), context.progress());
    }

    @Test
    void what_a_batch_agent_keeps_and_proposes_reaches_the_engine() throws Exception {
        host(new SampleJar().batched());
        plugin.start();
        context.remembering(JsonObject.EMPTY.with("rounds", 6));

        plugin.batchAgent(0)
                .run(
                        new BatchTrigger(Cause.PERSON, clock.instant(), null, JsonObject.EMPTY.with("propose", true)),
                        context);

        assertEquals(JsonObject.EMPTY.with("rounds", 7), context.kept());
        assertEquals(
                List.of("Add to-do \"Round 7\""),
                context.proposed().stream().map(PlanStep::title).toList());
    }

    @Test
    void the_largest_answer_of_a_server_reaches_it_whatever_its_letters_and_content_in_pieces() throws Exception {
        host(new SampleJar());
        plugin.start();
        List<HttpCall> asked = new ArrayList<>();
        context.connecting(new HttpAccess() {
            @Override
            public HttpAnswer send(HttpCall call, Duration patience) {
                asked.add(call);
                return new HttpAnswer(200, Map.of("a", "b"), "\0".repeat(1 << 20));
            }

            @Override
            public HttpAnswer stream(HttpCall call, Supplier<Duration> patience, Consumer<ServerEvent> events) {
                throw new AssertionError("nobody asks for events");
            }

            @Override
            public HttpAnswer read(HttpCall call, Duration patience, Consumer<byte[]> pieces) {
                for (int i = 0; i < 20; i++) {
                    pieces.accept(new byte[64 << 10]);
                }
                return new HttpAnswer(206, Map.of(), "");
            }
        });

        assertEquals(
                AgentReply.answer("200 1048576 letters, 206 and 1310720"),
                says("fetch https://example.org/a?b=c sample.key"));
        HttpCall expected = new HttpCall(
                "GET",
                URI.create("https://example.org/a?b=c"),
                Map.of(),
                null,
                Credential.bearer(new SecretRef("sample.key")));
        assertEquals(List.of(expected), asked);
    }

    @Test
    void mail_reaches_it_as_much_as_there_may_be_at_once() throws Exception {
        host(new SampleJar());
        plugin.start();
        List<MailMessage> messages = new ArrayList<>();
        for (int i = 1; i <= MailAccess.MOST; i++) {
            String text = "\u0001".repeat(MailMessage.LONGEST_TEXT);
            messages.add(new MailMessage(i, "Bob", "letter " + i, clock.instant(), text, true));
        }
        List<String> asked = new ArrayList<>();
        context.receiving(new MailAccess() {
            @Override
            public List<String> accounts() {
                return List.of("work");
            }

            @Override
            public MailNews news(String account, MailMark since, int most) {
                asked.add(account + " " + since.time() + " " + most);
                return new MailNews(messages, new MailMark(1, 50, clock.instant()), false);
            }
        });

        AgentReply reply = says("mail work");

        String told = reply.toString();
        assertTrue(told.contains("[work] [Bob: letter 1, 16000 letters, Bob: letter 2"), told);
        assertTrue(told.contains("up to 50"), told);
        assertEquals(List.of("work 1970-01-01T00:00:00Z 50"), asked);
    }

    @Test
    void mail_that_was_not_granted_is_refused_as_it_is_here() throws Exception {
        host(new SampleJar());
        plugin.start();
        FailureException denied = assertThrows(FailureException.class, () -> says("mail work"));
        assertEquals("permission.denied", denied.failure().code());
    }

    @Test
    void what_a_plug_in_prints_is_no_part_of_the_conversation() throws Exception {
        host(new SampleJar());
        plugin.start();
        assertEquals(AgentReply.answer("printed"), says("print hello"));
        assertTrue(printed().contains("\nhello\n"), printed());
    }

    @Test
    void a_plug_in_sees_what_it_imports_and_nothing_of_its_host() throws Exception {
        host(new SampleJar());
        plugin.start();
        assertEquals(
                AgentReply.answer("sees officina.api.agent.AgentReply"), says("see officina.api.agent.AgentReply"));
        assertEquals(AgentReply.answer("does not see it"), says("see " + HostMain.class.getName()));
        assertEquals(AgentReply.answer("does not see it"), says("see " + Exchange.class.getName()));
        assertEquals(AgentReply.answer("does not see it"), says("see " + Framework.class.getName()));
    }

    @Test
    void an_interrupt_reaches_the_plug_in() throws Exception {
        host(new SampleJar());
        plugin.start();
        CompletableFuture<String> left = new CompletableFuture<>();
        Thread caller = Threads.start("caller", () -> {
            try {
                says("sleep well");
            } catch (InterruptedException e) {
                left.complete("left");
            }
        });
        caller.interrupt();
        assertEquals("left", left.get());
        while (exchange.abandoned() > 0) {
            Thread.onSpinWait();
        }
        assertEquals(AgentReply.answer("printed"), says("print again"));
    }

    @Test
    void a_defect_of_a_plug_in_is_told_without_its_words() throws Exception {
        host(new SampleJar());
        plugin.start();
        FailureException e = assertThrows(FailureException.class, () -> says("something else"));
        assertEquals(ExchangeFailures.DEFECT, e.failure().code());
        assertFalse(e.failure().message().contains("secret"), e.failure().message());
    }

    @Test
    void what_a_plug_in_needs_and_does_not_get_is_named() throws Exception {
        host(new SampleJar().importing("officina.protocol"));
        FailureException e = assertThrows(FailureException.class, plugin::start);
        assertEquals("plugin.cannot-resolve", e.failure().code());
        assertTrue(
                e.failure().message().contains("officina.protocol"), e.failure().message());
    }

    @Test
    void a_plug_in_that_fails_at_its_start_says_so() throws Exception {
        host(new SampleJar().importing("org.osgi.framework").failing());
        FailureException e = assertThrows(FailureException.class, plugin::start);
        assertEquals("plugin.cannot-start", e.failure().code());
    }

    @Test
    void when_the_engine_is_gone_the_host_ends() throws Exception {
        host(new SampleJar());
        plugin.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
    }
}
