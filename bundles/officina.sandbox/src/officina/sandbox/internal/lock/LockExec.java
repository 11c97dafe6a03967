// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import officina.sandbox.internal.lock.LockPlan.Option;
import officina.sandbox.internal.seccomp.Filter;
import officina.sandbox.internal.seccomp.Freedom;
import officina.sandbox.internal.seccomp.Machine;
import officina.sandbox.internal.seccomp.SystemCalls;

/**
 * Locks itself in and becomes another program: {@code java LockExec PLAN -- PROGRAM NAME ARGUMENTS}. Becoming it is what makes the locks
 * hold for all of it: a thread that was there before would have kept its rights. Says why on standard error and ends
 * with {@value #FAILED} where a lock does not close; the program is not run then.
 */
public final class LockExec {

    /** What it ends with where it did not become the other program. */
    public static final int FAILED = 125;

    private static final int CPU = 0;
    private static final int FILE_SIZE = 1;
    private static final int CORE = 4;
    private static final int TASKS = 6;
    private static final int OPEN_FILES = 7;
    private static final int LOCKED_MEMORY = 8;
    private static final int ADDRESSES = 9;
    private static final int QUEUES = 12;

    private static final int END_WITH_PARENT = 1;
    private static final int NO_NEW_PRIVILEGES = 38;
    private static final int AMBIENT_CAPABILITIES = 47;
    private static final int CLEAR_ALL = 4;
    private static final int FIRST_OWN_FILE = 3;
    private static final long LAST_FILE = 0xFFFFFFFFL;
    private static final int CLOSE_AT_EXECVE = 4;
    private static final int KILL = 9;
    private static final int FILTER_MODE = 1;

    private final Kernel kernel;
    private final SystemCalls calls;
    private final Machine machine;
    private final LockPlan plan;

    private LockExec(Kernel kernel, SystemCalls calls, Machine machine, LockPlan plan) {
        this.kernel = kernel;
        this.calls = calls;
        this.machine = machine;
        this.plan = plan;
    }

    public static void main(String[] arguments) {
        try {
            LockPlan.WithCommand given = LockPlan.parse(List.of(arguments));
            SystemCalls calls = SystemCalls.read();
            Machine machine = Machine.current();
            Kernel kernel = new Kernel(calls, machine, Arena.global());
            new LockExec(kernel, calls, machine, given.plan()).become(given.command());
        } catch (RuntimeException e) {
            PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            errors.println("officina sandbox: " + e.getMessage());
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Prepares everything first: between the locks nothing may be needed that they already shut out. */
    private void become(List<String> command) {
        List<String> variables = new ArrayList<>();
        System.getenv().forEach((name, value) -> variables.add(name + "=" + value));
        long program = kernel.text(command.getFirst());
        List<String> named = command.subList(1, command.size());
        long words = kernel.texts(named, named.size());
        long environment = kernel.texts(variables, variables.size());
        long work = kernel.text(plan.work().toString());
        Landlock landlock = new Landlock(kernel);
        long rules = prepareFiles(landlock);
        List<Limit> limits = limits();
        long filter = filter();

        becomeUser();
        // as that user, whose folder it may be alone
        kernel.must("chdir", work);
        endWithParent();
        kernel.must("prctl", NO_NEW_PRIVILEGES, 1);
        // what the system gave this process beyond its user's rights would pass to the other program
        kernel.must("prctl", AMBIENT_CAPABILITIES, CLEAR_ALL, 0, 0, 0);
        landlock.set(rules);
        // the virtual machine's own files
        kernel.must("close_range", FIRST_OWN_FILE, LAST_FILE, CLOSE_AT_EXECVE);
        limits.forEach(each -> kernel.must("prlimit64", 0, each.resource(), each.address(), 0));
        kernel.must("seccomp", FILTER_MODE, 0, filter);
        kernel.must("execve", program, words, environment);
    }

    /** Threads that the virtual machine made keep the old one; they end when this becomes the other program. */
    private void becomeUser() {
        if (plan.user() != 0) {
            kernel.must("setgroups", 0, 0);
            kernel.must("setresgid", plan.user(), plan.user(), plan.user());
            kernel.must("setresuid", plan.user(), plan.user(), plan.user());
        }
    }

    /** After the change of user, which would undo it; whoever lost the parent before is told by the number. */
    private void endWithParent() {
        if (plan.parent() != 0) {
            kernel.must("prctl", END_WITH_PARENT, KILL);
            if (kernel.ask("getppid") != plan.parent()) {
                throw new LockFailedException("what started it is gone");
            }
        }
    }

    private long prepareFiles(Landlock landlock) {
        int least = plan.sealed() ? Landlock.SEALS_FROM : 1;
        if (landlock.form() < least) {
            throw new LockFailedException(
                    "this kernel has Landlock in form " + landlock.form() + "; " + least + " or later is needed");
        }
        return landlock.prepare(plan);
    }

    /** A limit that lies ready for the kernel. */
    private record Limit(int resource, long address) {}

    /** That of addresses comes last: this program may be above it already. */
    private List<Limit> limits() {
        LockLimits most = plan.limits();
        List<Limit> all = new ArrayList<>(List.of(
                limit(CPU, most.cpuSeconds()),
                limit(FILE_SIZE, most.fileBytes()),
                limit(OPEN_FILES, most.openFiles()),
                limit(CORE, 0),
                limit(LOCKED_MEMORY, 0),
                limit(QUEUES, 0)));
        if (!plan.options().contains(Option.SHARED_USER)) {
            all.add(limit(TASKS, most.tasks()));
        }
        all.add(limit(ADDRESSES, most.memoryBytes()));
        return all;
    }

    private Limit limit(int resource, long most) {
        MemorySegment both = kernel.room(2L * Long.BYTES);
        both.setAtIndex(ValueLayout.JAVA_LONG, 0, most);
        both.setAtIndex(ValueLayout.JAVA_LONG, 1, most);
        return new Limit(resource, both.address());
    }

    private long filter() {
        Freedom freedom = new Freedom(
                plan.options().contains(Option.PROCESSES), plan.options().contains(Option.UNIX_SOCKETS), plan.sealed());
        Filter filter = Filter.of(calls, machine, freedom, (int) kernel.ask("getpid"));
        byte[] bytes = filter.bytes();
        MemorySegment instructions = kernel.room(bytes.length);
        instructions.copyFrom(MemorySegment.ofArray(bytes));
        MemorySegment program = kernel.room(2L * Long.BYTES);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) filter.length());
        program.set(ValueLayout.ADDRESS, Long.BYTES, instructions);
        return program.address();
    }
}
