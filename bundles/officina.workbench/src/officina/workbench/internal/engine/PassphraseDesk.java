// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.ui.base.EngineState;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;
import org.jspecify.annotations.Nullable;

/** Where the opening engine asks for a passphrase and waits until the person has typed one into the window. */
final class PassphraseDesk implements PassphraseSource, AutoCloseable {

    /** Stands for "nobody will answer any more". */
    private static final char[] CLOSED = new char[0];

    private final Consumer<EngineState.NeedsPassphrase> ask;
    private final BlockingQueue<char[]> answers = new ArrayBlockingQueue<>(4);
    private volatile @Nullable Failure problem;

    /** @param ask shows the question; called on the thread that opens */
    PassphraseDesk(Consumer<EngineState.NeedsPassphrase> ask) {
        this.ask = ask;
    }

    @Override
    public char[] ask(PassphraseRequest request) {
        ask.accept(new EngineState.NeedsPassphrase(request.fresh(), request.attempt() > 1 ? wrong() : problem));
        try {
            char[] answer = answers.take();
            if (answer == CLOSED) {
                throw unanswered(null);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered(e);
        }
    }

    void answer(char[] passphrase) {
        answers.add(passphrase);
    }

    /** The next question says that the last answer was wrong. */
    void wasWrong(Failure failure) {
        problem = failure;
    }

    @Override
    public void close() {
        answers.offer(CLOSED);
    }

    private static Failure wrong() {
        return Failure.of(
                "vault.wrong-passphrase", ErrorKind.USER, Words.WRONG_PASSPHRASE.text(), Words.WRONG_REMEDY.text());
    }

    private static FailureException unanswered(@Nullable Throwable cause) {
        return new FailureException(
                Failure.of("vault.passphrase-needed", ErrorKind.USER, Words.UNANSWERED.text(), null), cause);
    }
}
