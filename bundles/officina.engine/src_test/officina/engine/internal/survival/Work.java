// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNumber;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.base.SecretText;
import officina.base.Threads;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.Todos.NewTodo;
import officina.engine.TransferredSession;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;

/**
 * Has an engine write in every way it can, from three threads at once, until it fails or is killed: turns, short ones and
 * ones of more events than a snapshot waits for; to-dos; passphrases; sessions exported, imported, deleted, and deleted
 * because a project keeps only so many. Tells a line before each thing, with a question mark, and one after it, with an
 * exclamation mark: then it was acknowledged.
 */
final class Work {

    /** So many conversations are kept; the three that go on and on are always among them. */
    static final int KEPT = 8;

    static final int MAINS = 3;

    /** So long may the threads take to notice that it is over. */
    private static final int LIMIT_SECONDS = 120;

    private final Engine engine;
    private final Path out;
    private final Consumer<String> tell;
    private final BooleanSupplier goesOn;
    private final AtomicInteger number;
    private final List<SessionId> mains;
    private final List<SessionId> others = new ArrayList<>();
    private final List<Integer> exports = new ArrayList<>();

    /**
     * @param out where exported sessions go
     * @param from the first number for what is made
     * @param mains the conversations that go on
     * @param goesOn whether there is more to do
     */
    Work(Engine engine, Path out, int from, List<SessionId> mains, Consumer<String> tell, BooleanSupplier goesOn) {
        this.engine = engine;
        this.out = out;
        this.tell = tell;
        this.goesOn = goesOn;
        this.mains = new ArrayList<>(mains);
        number = new AtomicInteger(from);
    }

    /** One of the threads. */
    private interface Part {
        void step(Random random) throws InterruptedException;
    }

    /** Works until it is over; throws the first thing that stopped a thread. */
    void run(long seed) throws InterruptedException {
        RuntimeException first = null;
        AtomicBoolean over = new AtomicBoolean();
        boolean ended = false;
        ExecutorService threads = Threads.perTask("work");
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Part part : List.<Part>of(this::talk, this::edit, this::addTodo)) {
                long own = seed * 31 + all.size();
                all.add(threads.submit(() -> {
                    Random random = new Random(own);
                    try {
                        // what stops one ends all, so that it is told at once
                        while (!over.get() && goesOn.getAsBoolean()) {
                            part.step(random);
                        }
                        return true;
                    } finally {
                        over.set(true);
                    }
                }));
            }
            for (Future<?> each : all) {
                try {
                    each.get(LIMIT_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    RuntimeException cause = e.getCause() instanceof RuntimeException runtime
                            ? runtime
                            : new IllegalStateException(e.getCause());
                    if (first == null) {
                        first = cause;
                    }
                } catch (TimeoutException e) {
                    throw new AssertionError("a thread did not end within " + LIMIT_SECONDS + " s", e);
                }
            }
            ended = true;
        } finally {
            if (ended) {
                threads.close();
            } else {
                // closing would wait for the one that hangs
                threads.shutdownNow();
            }
        }
        if (first != null) {
            throw first;
        }
    }

    // --- conversations ---

    private void talk(Random random) throws InterruptedException {
        int choice = random.nextInt(20);
        if (choice < 8) {
            main(random.nextInt(MAINS), random.nextInt(20) == 0 ? RealParts.LONG : "main");
        } else if (choice < 13) {
            others.add(turn(null, random.nextInt(25) == 0 ? RealParts.LONG : "other"));
        } else if (choice < 15) {
            export(random);
        } else if (choice < 16) {
            bringIn(random);
        } else if (choice < 18) {
            delete(random);
        } else if (choice == 18 && others.size() > KEPT) {
            clean();
        }
    }

    private void main(int place, String kind) throws InterruptedException {
        boolean there = place < mains.size();
        SessionId session = turn(there ? mains.get(place) : null, there ? kind : "begin");
        if (!there) {
            mains.add(session);
        }
    }

    private SessionId turn(@Nullable SessionId session, String kind) throws InterruptedException {
        int its = number.getAndIncrement();
        String title = kind + " " + its;
        tell.accept("turn? " + its + " " + kind + " " + (session == null ? "-" : session));
        RunRef run = engine.runs()
                .start(new TurnRequest(
                        session, null, ExecutionMode.DIRECT, null, Message.text(MessageRole.USER, title)));
        tell.accept("started! " + its + " " + run.session());
        engine.runs().await(run.run());
        tell.accept("turn! " + its + " " + run.session());
        return run.session();
    }

    private void export(Random random) {
        List<SessionId> all = new ArrayList<>(others);
        all.addAll(mains);
        if (all.isEmpty()) {
            return;
        }
        int its = number.getAndIncrement();
        SessionId session = all.get(random.nextInt(all.size()));
        tell.accept("export? " + its);
        TransferredSession made = engine.sessions().exportTo(session, file(its));
        tell.accept("export! " + its + " " + made.events());
        exports.add(its);
    }

    private Path file(int its) {
        return out.resolve(its + ".officina-session");
    }

    private void bringIn(Random random) {
        if (exports.isEmpty()) {
            return;
        }
        int its = exports.remove(random.nextInt(exports.size()));
        tell.accept("import? " + its);
        TransferredSession made = engine.sessions().importFrom(file(its), true);
        tell.accept("import! " + made.session() + " " + made.events());
        others.add(made.session());
    }

    private void delete(Random random) {
        if (others.isEmpty()) {
            return;
        }
        SessionId session = others.remove(random.nextInt(others.size()));
        tell.accept("delete? " + session);
        engine.sessions().delete(session);
        tell.accept("delete! " + session);
    }

    private void clean() throws InterruptedException {
        for (int place = 0; place < MAINS; place++) {
            main(place, "main");
        }
        tell.accept("clean? ");
        engine.settings()
                .set("retention.sessions", SettingScope.GLOBAL, null, new JsonNumber(BigDecimal.valueOf(KEPT)));
        engine.sessions().clean();
        engine.settings().set("retention.sessions", SettingScope.GLOBAL, null, new JsonNumber(BigDecimal.ZERO));
        tell.accept("clean! ");
        // some are gone; which, the ledger finds out
        others.clear();
    }

    // --- direct edits and keys ---

    private void edit(Random random) {
        int choice = random.nextInt(10);
        if (choice == 0) {
            int next = number.getAndIncrement();
            tell.accept("key? " + next);
            try (SecretText passphrase =
                    new SecretText(RealParts.passphrase(next).toCharArray())) {
                engine.keys().usePassphrase(passphrase);
            }
            tell.accept("key! " + next);
            return;
        }
        RecordId todo = add();
        if (choice < 4) {
            tell.accept("tick? " + todo);
            engine.todos().complete(todo);
            tell.accept("tick! " + todo);
        }
    }

    private void addTodo(Random random) {
        add();
    }

    private RecordId add() {
        int its = number.getAndIncrement();
        tell.accept("add? " + its);
        RecordId todo = engine.todos()
                .add(new NewTodo(null, "to-do " + its, "", Priority.LOW, null, null, List.of()))
                .todo()
                .id();
        tell.accept("add! " + its + " " + todo);
        return todo;
    }
}
