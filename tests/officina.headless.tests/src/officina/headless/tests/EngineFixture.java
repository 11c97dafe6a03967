// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.FailureException;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.plan.PlanStep;
import officina.api.record.Priority;
import officina.core.run.PlanState;
import officina.core.run.RunState;
import officina.engine.Engine;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import org.junit.jupiter.api.function.Executable;

/** What every part of the contract stands on: an engine on a folder of the test. */
interface EngineFixture {

    String PASSPORT = "Remind me to renew the passport by 12 December, high priority";
    String MODE = "conversation.execution-mode";
    RunId NO_RUN = new RunId(new UUID(1, 1));
    SessionId NO_SESSION = new SessionId(new UUID(1, 2));
    long LIMIT_SECONDS = 20;

    /** The engine to look at; the one behind it is open. */
    Engine engine();

    /** The one behind it. */
    TestEngine test();

    /** Where the test may make files; the data is in {@code data}. */
    Path folder();

    /** Another engine on the same data, for which it is then. */
    void reopenAt(Instant now);

    /** Another engine on the same data. */
    default void reopen() {
        reopenAt(TestEngine.NOW);
    }

    /** The same, whose store is made anew from the journal. */
    void reopenWithoutStore();

    /**
     * Returns when the engine has heard that work is to end of which somebody wants the end.
     *
     * @param refused one for each time that somebody who was asked whether to go on has said no
     */
    default void untilHeard(Semaphore refused) throws InterruptedException {
        // in this process the engine asks by itself
    }

    default TodoChange add(String title) {
        return engine().todos().add(new NewTodo(null, title, "", Priority.LOW, null, null, List.of()));
    }

    default RunState say(String text, ExecutionMode mode) throws InterruptedException {
        return engine().runs().await(begin(null, text, mode));
    }

    default RunId begin(@org.jspecify.annotations.Nullable SessionId session, String text, ExecutionMode mode) {
        return engine().runs()
                .start(new TurnRequest(session, null, mode, null, Message.text(MessageRole.USER, text)))
                .run();
    }

    default void approve(RunState run) {
        PlanState plan = Objects.requireNonNull(run.plan());
        List<StepId> steps = plan.plan().steps().stream().map(PlanStep::id).toList();
        engine().runs()
                .approve(
                        run.head().run(),
                        Objects.requireNonNull(plan.approval()),
                        plan.plan().revision(),
                        steps);
    }

    default List<LocalDate> todos() {
        return engine().todos().list(TodoQuery.ALL).stream()
                .map(item -> Objects.requireNonNull(item.todo().due()))
                .toList();
    }

    default String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }

    default <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        while (taken.size() < count) {
            T next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " came");
            }
            taken.add(next);
        }
        return taken;
    }
}
