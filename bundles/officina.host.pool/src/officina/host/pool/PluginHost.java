// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.permission.Permission;
import officina.api.tool.Tool;
import officina.api.tool.ToolDescriptor;
import officina.host.HostedPlugin;
import officina.host.HostedServices;
import officina.protocol.exchange.ExchangeFailures;
import org.jspecify.annotations.Nullable;

/**
 * The host of one bundle: a process that is started when somebody calls, kept for the next call, ended when nobody came
 * for a while, and started again when it has ended. What it offers stays valid through all of that. Any thread; what
 * calls the plug-in blocks for as long as that takes.
 */
public final class PluginHost implements AutoCloseable {

    /** A model has to be told of each with each question. */
    private static final int MOST_TOOLS = 100;

    /** Something done with the plug-in. */
    interface Work<T> {
        T with(HostedPlugin plugin) throws InterruptedException;
    }

    private final HostPool pool;
    private final HostedBundle bundle;
    /** Held while a process is started, which takes long; the state is guarded by this object's monitor. */
    private final ReentrantLock starting = new ReentrantLock();

    private @Nullable HostProcess process;
    private @Nullable Deadline idle;
    private @Nullable Instant notBefore;
    private int calls;
    private int ends;
    private boolean outdated;
    private boolean retired;
    private boolean closed;

    PluginHost(HostPool pool, HostedBundle bundle) {
        this.pool = pool;
        this.bundle = bundle;
    }

    /** The bundle's own name. */
    public String name() {
        return bundle.name();
    }

    /**
     * Starts the plug-in and tells what it has. Fails as {@link HostedPlugin#start} does, with {@code sandbox.*} where
     * nothing keeps it in, with {@code plugin.ended}, {@code plugin.took-too-long} or {@code plugin.pausing}.
     */
    public HostedServices services() throws InterruptedException {
        return call(pool.limits().start(), HostedPlugin::start);
    }

    /**
     * One of its agents, which may be called at any time; nothing is started yet. As many agents work at the same time as
     * the pool allows, the others wait.
     *
     * @param name which plug-in of its bundle it is
     */
    public ChatAgent agent(String name) {
        return (request, context) -> working(
                name,
                HostedServices::agents,
                (plugin, place) -> plugin.agent(place).handle(request, context));
    }

    /** One of its batch agents, in the same way. */
    public BatchAgent batchAgent(String name) {
        return (trigger, context) -> working(
                name,
                HostedServices::batchAgents,
                (plugin, place) -> plugin.batchAgent(place).run(trigger, context));
    }

    /** Something done with one of the plug-in's agents. */
    private interface AgentWork<T> {
        T with(HostedPlugin plugin, int place) throws InterruptedException;
    }

    private <T> T working(String name, Function<HostedServices, List<String>> names, AgentWork<T> work)
            throws InterruptedException {
        pool.places().acquire();
        try {
            return call(plugin -> {
                        int place = place(names.apply(plugin.start()), name);
                        return place < 0 ? Optional.<T>empty() : Optional.of(work.with(plugin, place));
                    })
                    .orElseThrow(() -> PoolFailures.noAgent(bundle.name(), name));
        } finally {
            pool.places().release();
        }
    }

    /** Where the only agent stands, or the one that says that it is that plug-in; below 0 for nowhere. */
    private static int place(List<String> names, String name) {
        return names.equals(List.of("")) ? 0 : names.indexOf(name);
    }

    /** Its tools, each with the descriptor that it has now; starts the plug-in. {@code plugin.unfit-tools}. */
    public List<Tool> tools() throws InterruptedException {
        List<ToolDescriptor> said = call(pool.limits().start(), plugin -> {
            List<ToolDescriptor> each = new ArrayList<>();
            int count = Math.min(plugin.start().tools(), MOST_TOOLS + 1);
            for (int place = 0; place < count; place++) {
                each.add(plugin.tool(place).descriptor());
            }
            return each;
        });
        if (said.size() > MOST_TOOLS || !said.stream().allMatch(HostedTool::fits)) {
            throw new FailureException(PoolFailures.unfitTools(bundle.name(), MOST_TOOLS));
        }
        return IntStream.range(0, said.size())
                .<Tool>mapToObj(place -> new HostedTool(this, place, HostedTool.plain(said.get(place))))
                .toList();
    }

    /**
     * What is granted has changed. A process that may do something that is no longer granted is ended at once, whoever it
     * works for; one to which more was granted is started anew by the next call that comes when none is at work.
     */
    public void follow() {
        Set<Permission> now = Set.copyOf(bundle.granted().get());
        boolean less;
        synchronized (this) {
            HostProcess known = process;
            less = known != null && !now.containsAll(known.granted());
            outdated = known != null && !known.granted().equals(now);
        }
        if (less) {
            end();
        }
    }

    private void end() {
        end(PoolFailures.stopped(bundle.name()));
    }

    private void end(Failure why) {
        HostProcess known;
        synchronized (this) {
            known = process;
            process = null;
        }
        if (known != null) {
            known.close(why);
        }
    }

    /** The process; {@code null} while there is none. */
    public synchronized @Nullable Long processId() {
        HostProcess known = process;
        return known != null && known.isAlive() ? (Long) known.id() : null;
    }

    /** What the process is and takes now; nothing while there is none. */
    public Optional<HostFacts> facts() {
        HostProcess known;
        int working;
        synchronized (this) {
            known = process;
            working = calls;
        }
        if (known == null || !known.isAlive()) {
            return Optional.empty();
        }
        ProcessUse use = known.use();
        return Optional.of(
                new HostFacts(bundle.name(), known.id(), known.since(), working, use.processor(), use.memory()));
    }

    /** Ends the process because a person wants that; whoever waits for it hears so, and the next call starts another. */
    public void stop() {
        end(PoolFailures.endedByPerson(bundle.name()));
    }

    /** The end of what the process printed; empty while there is none. It may quote what people wrote. */
    public synchronized String printed() {
        HostProcess known = process;
        return known == null ? "" : known.printed();
    }

    <T> T call(Work<T> work) throws InterruptedException {
        return call(pool.limits().call(), work);
    }

    private <T> T call(Duration time, Work<T> work) throws InterruptedException {
        HostProcess at = begin();
        Deadline limit = Deadline.after(time, at::kill);
        try {
            T result = work.with(at.plugin());
            worked();
            return result;
        } catch (FailureException e) {
            if (e.failure().code().equals(PoolFailures.ENDED)) {
                endedByItself(at);
            }
            throw new FailureException(told(e.failure(), at, limit, time), e);
        } catch (InterruptedException e) {
            Deadline.after(pool.limits().grace(), () -> endIfBusy(at));
            throw e;
        } finally {
            limit.close();
            done();
        }
    }

    private HostProcess begin() throws InterruptedException {
        starting.lockInterruptibly();
        try {
            HostProcess known = usable();
            return known == null ? start() : known;
        } finally {
            starting.unlock();
        }
    }

    /** The process that takes the call, if there is one. */
    private synchronized @Nullable HostProcess usable() {
        if (closed) {
            throw PoolFailures.closed();
        }
        HostProcess known = process;
        if (known != null && !known.isAlive()) {
            endedByItself(known);
            known = null;
        }
        if (known == null || (outdated && calls == 0)) {
            return null;
        }
        calls++;
        cancelIdle();
        return known;
    }

    private HostProcess start() throws InterruptedException {
        requireNoPause();
        end();
        HostProcess made = pool.start(bundle, this::endedByItself);
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                process = made;
                outdated = false;
                calls++;
            }
        }
        if (late) {
            made.close();
            throw PoolFailures.closed();
        }
        // what was taken back while it was being started
        follow();
        Deadline limit = Deadline.after(pool.limits().start(), made::kill);
        try {
            made.plugin().start();
            pool.learn();
            return made;
        } catch (FailureException e) {
            done();
            if (e.failure().code().equals(PoolFailures.ENDED)) {
                endedByItself(made);
            }
            end();
            throw new FailureException(
                    told(e.failure(), made, limit, pool.limits().start()), e);
        } catch (InterruptedException e) {
            done();
            end();
            throw e;
        } finally {
            limit.close();
        }
    }

    private synchronized void requireNoPause() {
        Instant until = notBefore;
        Instant now = pool.now();
        if (until != null && now.isBefore(until)) {
            throw new FailureException(PoolFailures.pausing(bundle.name(), Duration.between(now, until)));
        }
    }

    /**
     * A process is gone: told by who called it, or by its pipes, whoever is first. Not by itself did one go that
     * {@link #end} ended. Each time makes the pause longer.
     */
    private void endedByItself(HostProcess gone) {
        synchronized (this) {
            if (process != gone) {
                return;
            }
            process = null;
            ends++;
            if (ends > 1) {
                Duration pause = Duration.ofSeconds(1L << Math.min(ends - 2, 10));
                Duration longest = pool.limits().longestPause();
                notBefore = pool.now().plus(pause.compareTo(longest) < 0 ? pause : longest);
            }
        }
        gone.close();
    }

    private synchronized void worked() {
        ends = 0;
        notBefore = null;
    }

    private void done() {
        boolean last;
        synchronized (this) {
            calls--;
            last = calls == 0 && retired;
            if (calls == 0 && process != null && !closed && !retired) {
                HostProcess known = process;
                cancelIdle();
                idle = Deadline.after(pool.limits().idle(), () -> endIfIdle(known));
            }
        }
        if (last) {
            close();
        }
    }

    /** Something else takes its place: it is closed when nothing is at work in it. */
    public void retire() {
        boolean unused;
        synchronized (this) {
            retired = true;
            unused = calls == 0;
        }
        if (unused) {
            close();
        }
    }

    private void cancelIdle() {
        Deadline known = idle;
        if (known != null) {
            known.close();
            idle = null;
        }
    }

    private void endIfIdle(HostProcess known) {
        synchronized (this) {
            if (calls > 0 || process != known) {
                return;
            }
            process = null;
        }
        known.close();
    }

    private void endIfBusy(HostProcess known) {
        if (known.isBusyForNobody()) {
            known.kill();
        }
    }

    /** What people are told: the engine's own words as they are, the plug-in's as what they are. */
    private Failure told(Failure failure, HostProcess at, Deadline limit, Duration time) {
        if (failure.code().equals(PoolFailures.ENDED)) {
            Failure reason = at.reason();
            // not the failure itself: a plug-in may have thrown one with that code and words of its own
            Failure ended = reason == null ? PoolFailures.ended(bundle.name()) : reason;
            return limit.passed() ? PoolFailures.tookTooLong(bundle.name(), time) : ended;
        }
        if (failure.code().startsWith(ExchangeFailures.AREA)) {
            return PoolFailures.defect(bundle.name(), failure);
        }
        return at.wasTold(failure) ? failure : PoolFailures.said(bundle.name(), failure);
    }

    /** A failure that came as a value: the engine's own where it told the plug-in so, else as the plug-in's word. */
    Failure asSaid(Failure failure) {
        HostProcess known;
        synchronized (this) {
            known = process;
        }
        return known != null && known.wasTold(failure) ? failure : PoolFailures.said(bundle.name(), failure);
    }

    /** Ends the process; nothing can be called any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            cancelIdle();
        }
        end();
        pool.forget(this);
    }
}
