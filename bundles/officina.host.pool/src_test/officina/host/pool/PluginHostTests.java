// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.UserProfile;
import officina.api.tool.Tool;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.base.Threads;
import officina.host.HostedServices;
import officina.sandbox.SandboxLimits;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with a real plug-in; the sandbox is tried where its bundle is at work. */
@Timeout(120)
class PluginHostTests {

    private static final RecordId PROJECT = InMemoryRecordAccess.id(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final OpenSandboxes sandboxes = new OpenSandboxes();
    private final List<Permission> granted = new ArrayList<>();
    private HostPool pool;
    private PluginHost host;

    @BeforeEach
    void open() throws IOException {
        with(LONG, LONG, LONG);
    }

    private void with(Duration call, Duration grace, Duration idle) throws IOException {
        if (pool != null) {
            pool.close();
        }
        HostRuntime runtime = new HostRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HostParts.classPath(),
                HostParts.packages(),
                HostParts.capabilities(),
                HostParts.extenders(),
                null);
        HostLimits limits = new HostLimits(2, LONG, call, grace, idle, Duration.ofSeconds(30), SandboxLimits.USUAL);
        pool = new HostPool(sandboxes, () -> runtime, limits, clock);
        host = host(new SampleJar());
    }

    private PluginHost host(SampleJar jar) throws IOException {
        return pool.host(
                new HostedBundle("sample", jar.in(folder), () -> granted, List.of(folder.resolve("data")), _ -> {
                    throw new UnsupportedOperationException("nobody connects here");
                }));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private AgentReply says(String words) throws InterruptedException {
        return ask(host.agent("agent.sample"), words);
    }

    private AgentReply ask(ChatAgent agent, String words) throws InterruptedException {
        return ask(agent, words, context());
    }

    private AgentReply ask(ChatAgent agent, String words, FakeAgentContext context) throws InterruptedException {
        ChatContext known = new ChatContext(new UserProfile("Ada", Locale.UK, ROME), List.of(), List.of(), List.of());
        return agent.handle(
                new ChatRequest(Message.text(MessageRole.USER, words), PROJECT, ExecutionMode.PLAN, null, known),
                context);
    }

    private FakeAgentContext context() {
        return new FakeAgentContext(
                PROJECT,
                new InMemoryRecordAccess(clock),
                (text, language) -> new Entities(text, List.of()),
                new LanguageContext(clock.instant(), ROME, Locale.UK));
    }

    private Failure failure(String words) {
        return assertThrows(FailureException.class, () -> says(words)).failure();
    }

    @Test
    void nothing_is_started_before_somebody_calls_and_one_process_serves_all_calls() throws Exception {
        assertNull(host.processId());
        assertEquals(AgentReply.answer("1 in Europe/Rome []"), says("add milk"));
        Long first = host.processId();
        assertNotNull(first);
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
        assertEquals(first, host.processId());
        assertEquals(new HostedServices(List.of("agent.sample"), List.of(), 0), host.services());
        assertEquals(List.of(), host.tools());
    }

    @Test
    void a_batch_agent_works_in_the_same_process_and_one_that_is_not_there_is_told_of() throws Exception {
        host.close();
        host = host(new SampleJar().batched());
        BatchTrigger trigger = new BatchTrigger(Cause.SCHEDULE, clock.instant(), null, JsonObject.EMPTY);
        FakeAgentContext context = context();

        assertEquals(
                "Counted 0 to-dos, SCHEDULE[]",
                host.batchAgent("batch.sample").run(trigger, context).summary());
        assertEquals(List.of("counting"), context.progress());
        assertEquals(
                PoolFailures.noAgent("sample", "batch.other").failure(),
                assertThrows(
                                FailureException.class,
                                () -> host.batchAgent("batch.other").run(trigger, context))
                        .failure());
    }

    @Test
    void a_process_that_ended_is_told_of_and_the_next_call_starts_another() throws Exception {
        says("say ha");
        Long first = Objects.requireNonNull(host.processId());
        assertEquals(PoolFailures.ended("sample"), failure("exit 3"));
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
        assertNotEquals(first, host.processId());
    }

    @Test
    void one_that_keeps_ending_is_given_pauses_that_get_longer_until_it_works() throws Exception {
        assertEquals(PoolFailures.ended("sample"), failure("exit 3"));
        assertEquals(PoolFailures.ended("sample"), failure("exit 3"));
        assertEquals(PoolFailures.pausing("sample", Duration.ofSeconds(1)), failure("exit 3"));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(PoolFailures.ended("sample"), failure("exit 3"));
        assertEquals(PoolFailures.pausing("sample", Duration.ofSeconds(2)), failure("exit 3"));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
        assertEquals(PoolFailures.ended("sample"), failure("exit 3"));
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
    }

    @Test
    void what_a_process_takes_is_told_and_a_person_may_end_it() throws Exception {
        assertEquals(Optional.empty(), host.facts());
        says("say ha");
        HostFacts facts = host.facts().orElseThrow();
        assertEquals("sample", facts.bundle());
        assertEquals(host.processId(), facts.process());
        assertEquals(clock.instant(), facts.since());
        assertEquals(0, facts.calls());
        assertTrue(facts.processor().isPositive());
        assertTrue(facts.memory() > 10_000_000, () -> "of a virtual machine: " + facts);
        CompletableFuture<Failure> heard = new CompletableFuture<>();
        Threads.start("caller", () -> heard.complete(failure("hang on")));
        while (!host.printed().contains("hanging")) {
            Thread.onSpinWait();
        }
        assertEquals(1, host.facts().orElseThrow().calls());
        host.stop();
        assertEquals(PoolFailures.endedByPerson("sample"), heard.get());
        assertEquals(Optional.empty(), host.facts());
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
    }

    @Test
    void its_copy_of_the_bundle_can_be_read_by_the_user_that_it_runs_as() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("sample.jar"), PosixFilePermissions.fromString("rw-------"));
        says("say ha");
        Path copy = sandboxes.rules().getLast().folders().work().resolve("plugin.jar");
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    }

    @Test
    void a_call_that_takes_too_long_ends_the_process() throws Exception {
        with(SHORT, LONG, LONG);
        assertEquals(PoolFailures.tookTooLong("sample", SHORT), failure("hang on"));
        assertNull(host.processId());
    }

    @Test
    void one_that_does_not_listen_to_a_cancel_is_ended_after_a_while() throws Exception {
        with(LONG, SHORT, LONG);
        says("say ha");
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(host.processId())).orElseThrow();
        cancelled("hang on", "hanging");
        process.onExit().join();
    }

    @Test
    void one_that_listens_to_a_cancel_goes_on() throws Exception {
        says("say ha");
        Long first = host.processId();
        cancelled("sleep well", "");
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
        assertEquals(first, host.processId());
    }

    /** Cancels a call once the plug-in has printed that, which is anything where it may be before it is at it. */
    private void cancelled(String words, String printed) throws Exception {
        CompletableFuture<String> left = new CompletableFuture<>();
        Thread caller = Threads.start("caller", () -> {
            try {
                says(words);
            } catch (InterruptedException e) {
                left.complete("left");
            }
        });
        while (!host.printed().contains(printed)) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        assertEquals("left", left.get());
    }

    @Test
    void a_process_that_nobody_calls_ends() throws Exception {
        with(LONG, LONG, SHORT);
        says("say ha");
        Long id = host.processId();
        if (id != null) {
            ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
        }
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
    }

    @Test
    void the_rules_are_made_of_what_is_granted_when_the_process_is_started() throws Exception {
        says("say ha");
        Path readable = Files.createDirectory(folder.resolve("readable"));
        granted.add(new Permission(PermissionType.FS_READ, readable.toString()));
        host.follow();
        says("say ha");
        assertFalse(sandboxes.rules().getFirst().folders().readable().contains(readable));
        assertTrue(sandboxes.rules().getLast().folders().readable().contains(readable));
        assertEquals(
                List.of(folder.resolve("data")),
                sandboxes.rules().getLast().folders().hidden());
    }

    @Test
    void what_is_no_longer_granted_ends_the_process_at_once_and_who_waits_hears_why() throws Exception {
        granted.add(new Permission(PermissionType.FS_READ, folder.toString()));
        says("say ha");
        Long first = Objects.requireNonNull(host.processId());
        CompletableFuture<Failure> heard = new CompletableFuture<>();
        Threads.start("caller", () -> heard.complete(failure("hang on")));
        while (!host.printed().contains("hanging")) {
            Thread.onSpinWait();
        }
        granted.clear();
        host.follow();
        assertFalse(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(PoolFailures.stopped("sample"), heard.get());
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
    }

    @Test
    void one_that_is_replaced_finishes_what_it_is_at_work_on_and_ends_with_that() throws Exception {
        says("say ha");
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(host.processId())).orElseThrow();
        Thread caller = Threads.start("caller", () -> {
            try {
                says("hang on");
            } catch (InterruptedException e) {
                // its work is over
            }
        });
        while (!host.printed().contains("hanging")) {
            Thread.onSpinWait();
        }
        host.retire();
        assertTrue(process.isAlive());
        caller.interrupt();
        process.onExit().join();
    }

    @Test
    void one_that_is_replaced_while_it_does_nothing_ends_at_once() throws Exception {
        says("say ha");
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(host.processId())).orElseThrow();
        host.retire();
        process.onExit().join();
        assertEquals(PoolFailures.closed().failure(), failure("say ha"));
    }

    @Test
    void no_more_agents_work_at_a_time_than_the_pool_allows() throws Exception {
        List<Failure> ended = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Threads.start("caller", () -> {
                Failure failure = failure("hang on");
                synchronized (ended) {
                    ended.add(failure);
                }
                over.countDown();
            });
        }
        while (pool.places().availablePermits() > 0) {
            Thread.onSpinWait();
        }
        CompletableFuture<AgentReply> third = new CompletableFuture<>();
        Threads.start("caller", () -> {
            while (!third.isDone()) {
                try {
                    third.complete(says("say ha"));
                } catch (FailureException e) {
                    // its process was one of those that end below
                    clock.advance(Duration.ofMinutes(1));
                } catch (InterruptedException e) {
                    third.completeExceptionally(e);
                }
            }
        });
        while (!pool.places().hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        assertFalse(third.isDone());
        while (over.getCount() > 0) {
            Long id = host.processId();
            if (id != null) {
                ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly);
            }
            Thread.onSpinWait();
        }
        assertEquals(AgentReply.answer("hahaha"), third.get());
        assertEquals(2, ended.size());
    }

    @Test
    void what_a_stranger_says_is_told_as_its_word_and_not_as_the_engine_s() {
        for (String code : List.of("journal.full", "permission.denied", "sample.tired")) {
            Failure told = failure("refuse " + code);
            assertEquals("plugin.failed", told.code());
            assertEquals("The plug-in \"sample\" did not do it, and says: Refused.", told.message());
        }
    }

    @Test
    void who_says_that_its_process_ended_is_not_quoted() {
        assertEquals(PoolFailures.ended("sample"), failure("refuse plugin.ended"));
    }

    @Test
    void one_that_talks_much_is_heard_and_one_that_answers_too_much_is_told_of() throws Exception {
        FakeAgentContext context = context();
        assertEquals(AgentReply.answer("chatted"), ask(host.agent("agent.sample"), "chat 1000", context));
        assertEquals(1000, context.progress().size());
        assertEquals("plugin.failed", failure("grow 20000000").code());
        assertEquals(AgentReply.answer("hahaha"), says("say ha"));
    }

    @Test
    void a_tool_is_described_in_plain_lines_and_what_it_says_is_its_word() throws Exception {
        host = host(new SampleJar().withTool());
        List<Tool> tools = host.tools();
        assertEquals(1, tools.size());
        ToolDescriptor told = tools.getFirst().descriptor();
        assertEquals("Repeat a word", told.title());
        assertEquals("Says a word twice.\ufffd", told.description());

        ToolResult done = tools.getFirst().call(JsonObject.EMPTY.with("word", "ha"), context());
        assertEquals(ToolResult.success("haha", null), done);
        Failure failed = Objects.requireNonNull(
                tools.getFirst().call(JsonObject.EMPTY, context()).failure());
        assertEquals("plugin.failed", failed.code());
        assertEquals("The plug-in \"sample\" did not do it, and says: Type your phrase.", failed.message());
    }

    @Test
    void a_tool_that_takes_more_words_to_describe_than_a_model_can_be_told_does_not_fit() {
        JsonObject long64 = JsonObject.EMPTY.with("description", "x".repeat(64 * 1024));
        ToolDescriptor tool =
                new ToolDescriptor(new ToolId("agent.sample", "long"), "Long", "Long.", long64, ToolEffect.READS);
        assertFalse(HostedTool.fits(tool));
    }

    @Test
    void a_defect_is_told_with_the_name_of_the_plug_in_and_what_it_printed_is_kept() throws Exception {
        Failure defect = failure("nonsense about");
        assertEquals("plugin.defect", defect.code());
        assertFalse(defect.message().contains("secret"), defect.message());
        says("print hello there");
        while (!host.printed().contains("hello there")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_plug_in_that_cannot_start_leaves_no_process() throws Exception {
        host = host(new SampleJar().importing("org.osgi.framework").failing());
        Failure told = failure("say ha");
        assertEquals("plugin.failed", told.code());
        assertTrue(told.message().endsWith("The plug-in failed while it started."), told.message());
        assertNull(host.processId());
    }

    @Test
    void an_agent_that_is_declared_and_not_there_is_told_of() {
        FailureException e = assertThrows(FailureException.class, () -> ask(host.agent("agent.other"), "say ha"));
        assertEquals("plugin.no-service", e.failure().code());
    }

    @Test
    void its_folder_is_gone_when_it_is_closed_and_nothing_starts_any_more() throws Exception {
        says("say ha");
        Path work = sandboxes.rules().getLast().folders().work();
        assertTrue(Files.exists(work));
        pool.close();
        assertFalse(Files.exists(work));
        assertEquals("plugin.closed", failure("say ha").code());
    }
}
