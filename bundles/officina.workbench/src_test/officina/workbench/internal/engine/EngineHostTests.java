// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.Views;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;
import org.junit.jupiter.api.Test;

class EngineHostTests {

    private final FakeUi ui = new FakeUi();
    private final FakeEngine engine = new FakeEngine();
    private final BlockingQueue<Function<PassphraseSource, Engine>> openings = new ArrayBlockingQueue<>(8);
    private boolean left;
    private boolean stays;
    private boolean elsewhere;
    private final EngineHost host = new EngineHost(
            ui,
            (passphrases, lost) -> {
                this.lost = lost;
                try {
                    return openings.take().apply(passphrases);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            },
            () -> {
                left = !stays;
                return left;
            },
            _ -> elsewhere);
    private final List<String> states = new ArrayList<>();
    private volatile Runnable lost = () -> {};

    @Test
    void an_engine_of_another_process_that_is_gone_is_replaced() {
        FakeEngine next = new FakeEngine();
        openings.add(_ -> engine);
        openings.add(_ -> next);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        host.onState(state -> states.add(state.getClass().getSimpleName()));
        Runnable first = lost;
        first.run();
        first.run();
        ui.runUntil(() -> host.state().equals(new EngineState.Ready(next)));
        first.run();
        ui.runUntil(() -> engine.closed);
        host.close();
        assertEquals(List.of("Ready", "Starting", "Starting", "Ready", "Closed"), states);
        assertTrue(next.closed);
    }

    @Test
    void an_engine_that_is_gone_before_it_was_shown_is_replaced_as_well() {
        FakeEngine next = new FakeEngine();
        openings.add(_ -> {
            lost.run();
            return engine;
        });
        openings.add(_ -> next);
        host.start();
        ui.runUntil(() -> host.state().equals(new EngineState.Ready(next)));
        ui.runUntil(() -> engine.closed);
        host.close();
    }

    @Test
    void the_engine_opens_beside_the_window_and_closes_with_it() {
        openings.add(_ -> engine);
        host.onState(state -> states.add(state.getClass().getSimpleName()));
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        host.close();
        assertEquals(List.of("Starting", "Starting", "Ready", "Closed"), states);
        assertTrue(engine.closed);
    }

    @Test
    void who_erases_all_data_leaves_first_and_the_engine_closes() {
        openings.add(_ -> engine);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        assertFalse(host.erasing());
        stays = true;
        host.erase(EngineHostTests::refused);
        assertFalse(host.erasing(), "a window that stayed open would be erased when it is closed");
        stays = false;
        host.erase(EngineHostTests::refused);
        assertTrue(left);
        host.close();
        assertTrue(engine.closed);
        assertTrue(host.erasing());
    }

    private static void refused(Failure failure) {
        throw new AssertionError("refused: " + failure.code());
    }

    @Test
    void data_that_another_process_has_open_is_not_erased() {
        elsewhere = true;
        openings.add(_ -> engine);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        List<String> refused = new ArrayList<>();
        host.erase(failure -> refused.add(failure.code()));
        assertEquals(List.of("data.held-elsewhere"), refused);
        assertFalse(left);
        assertFalse(host.erasing());
        host.close();
    }

    @Test
    void a_folder_that_does_not_open_is_a_state_and_may_be_tried_again() {
        Failure inUse = Failure.of("engine.in-use", ErrorKind.RESOURCE, "In use.", "Close it.");
        openings.add(_ -> {
            throw new FailureException(inUse);
        });
        openings.add(_ -> engine);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Failed);
        assertEquals(new EngineState.Failed(inUse), host.state());
        host.retry();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        host.close();
    }

    @Test
    void an_error_that_nobody_expected_is_a_state_too() {
        openings.add(_ -> {
            throw new IllegalStateException("the words of a user");
        });
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Failed);
        EngineState.Failed failed = assertInstanceOf(EngineState.Failed.class, host.state());
        assertEquals("internal.unexpected", failed.failure().code());
        host.close();
    }

    @Test
    void a_passphrase_is_asked_for_in_the_window() {
        CompletableFuture<char[]> given = new CompletableFuture<>();
        openings.add(passphrases -> {
            given.complete(passphrases.ask(new PassphraseRequest(true, 1)));
            return engine;
        });
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase);
        assertEquals(new EngineState.NeedsPassphrase(true, null), host.state());
        host.unlock("three grey herons".toCharArray());
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        assertArrayEquals("three grey herons".toCharArray(), given.join());
        host.close();
    }

    @Test
    void after_a_wrong_passphrase_it_is_asked_again_with_a_word_about_it() {
        Failure wrong = Failure.of("vault.wrong-passphrase", ErrorKind.USER, "Wrong.", null);
        openings.add(passphrases -> {
            passphrases.ask(new PassphraseRequest(false, 1));
            throw new FailureException(wrong);
        });
        openings.add(passphrases -> {
            passphrases.ask(new PassphraseRequest(false, 1));
            return engine;
        });
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase);
        host.unlock("one".toCharArray());
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase it && it.problem() != null);
        assertEquals(new EngineState.NeedsPassphrase(false, wrong), host.state());
        host.unlock("two".toCharArray());
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        host.close();
    }

    @Test
    void the_view_that_asks_comes_to_the_front_once_each_time_a_passphrase_is_needed() {
        List<String> front = new ArrayList<>();
        AskingView asking = new AskingView(host, front::add);
        Failure wrong = Failure.of("vault.wrong-passphrase", ErrorKind.USER, "Wrong.", null);
        openings.add(passphrases -> {
            passphrases.ask(new PassphraseRequest(false, 1));
            throw new FailureException(wrong);
        });
        for (int i = 0; i < 2; i++) {
            openings.add(passphrases -> {
                passphrases.ask(new PassphraseRequest(false, 1));
                return engine;
            });
        }
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase);
        assertEquals(List.of(Views.CONVERSATION), front);
        host.unlock("wrong".toCharArray());
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase it && it.problem() != null);
        assertEquals(List.of(Views.CONVERSATION), front, "the person is asked again where they are");
        host.unlock("right".toCharArray());
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);

        lost.run();
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase);
        assertEquals(List.of(Views.CONVERSATION, Views.CONVERSATION), front);
        asking.close();
        host.close();
    }

    @Test
    void closing_the_window_ends_the_wait_for_a_passphrase() {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        openings.add(passphrases -> {
            try {
                passphrases.ask(new PassphraseRequest(false, 1));
                return engine;
            } catch (FailureException e) {
                ended.complete(e);
                throw e;
            }
        });
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.NeedsPassphrase);
        host.close();
        assertNotNull(ended.join());
        assertInstanceOf(EngineState.Closed.class, host.state());
    }

    @Test
    void results_and_failures_of_calls_come_on_the_ui_thread() {
        openings.add(_ -> engine);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        List<Object> heard = new ArrayList<>();
        host.call(_ -> 42, heard::add, heard::add);
        ui.runUntil(() -> heard.size() == 1);
        Failure failure = Failure.of("run.missing", ErrorKind.USER, "None.", null);
        host.call(
                _ -> {
                    throw new FailureException(failure);
                },
                heard::add,
                heard::add);
        ui.runUntil(() -> heard.size() == 2);
        host.call(
                _ -> {
                    throw new StackOverflowError();
                },
                heard::add,
                heard::add);
        ui.runUntil(() -> heard.size() == 3);
        assertEquals(List.of(42, failure), heard.subList(0, 2));
        assertEquals(
                "internal.unexpected",
                assertInstanceOf(Failure.class, heard.getLast()).code());
        host.close();
    }

    @Test
    void a_call_without_an_engine_fails_kindly() {
        List<Failure> heard = new ArrayList<>();
        host.call(_ -> 42, _ -> {}, heard::add);
        ui.runUntil(() -> !heard.isEmpty());
        assertEquals("engine.not-ready", heard.getFirst().code());
        host.close();
    }

    @Test
    void what_was_closed_is_not_called_back() throws Exception {
        openings.add(_ -> engine);
        host.start();
        ui.runUntil(() -> host.state() instanceof EngineState.Ready);
        List<Object> heard = new ArrayList<>();
        CompletableFuture<Boolean> go = new CompletableFuture<>();
        AutoCloseable call = host.call(_ -> go.join(), heard::add, heard::add);
        call.close();
        go.complete(true);
        host.call(_ -> "later", heard::add, heard::add);
        ui.runUntil(() -> heard.contains("later"));
        assertEquals(List.of("later"), heard);
        host.close();
    }
}
