// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import officina.sandbox.internal.seccomp.Machine;
import officina.sandbox.internal.seccomp.SystemCalls;

/** Asks the kernel by the names of its calls. For the thread that calls: what it sets, others of the process may not have. */
public final class Kernel {

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERROR = STATE.varHandle(PathElement.groupElement("errno"));
    private static final int ARGUMENTS = 6;

    private final SystemCalls calls;
    private final Machine machine;
    private final Arena arena;
    private final MemorySegment state;
    private final MethodHandle syscall;

    public Kernel(SystemCalls calls, Machine machine, Arena arena) {
        this.calls = calls;
        this.machine = machine;
        this.arena = arena;
        state = arena.allocate(STATE);
        ValueLayout.OfLong number = ValueLayout.JAVA_LONG;
        Linker linker = Linker.nativeLinker();
        syscall = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(number, number, number, number, number, number, number, number),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(1));
    }

    /** What the kernel answered, or the error's number as a negative one. */
    public long ask(String call, long... arguments) {
        long[] all = new long[ARGUMENTS];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        long number = calls.number(call, machine);
        try {
            long answer = (long) syscall.invokeExact(state, number, all[0], all[1], all[2], all[3], all[4], all[5]);
            return answer == -1 ? -(int) ERROR.get(state, 0L) : answer;
        } catch (Throwable e) {
            throw new IllegalStateException("calling the kernel went wrong", e);
        }
    }

    /** The same; throws {@link LockFailedException} where the kernel refuses. */
    long must(String call, long... arguments) {
        long answer = ask(call, arguments);
        if (answer < 0) {
            throw new LockFailedException(call + " was answered with error " + -answer);
        }
        return answer;
    }

    /** The address of a text, for as long as this may be used. */
    public long text(String text) {
        return arena.allocateFrom(text).address();
    }

    /** The address of these texts, with an end, for as long as this may be used. */
    long texts(Iterable<String> texts, int count) {
        MemorySegment list = arena.allocate(ValueLayout.ADDRESS, count + 1L);
        int at = 0;
        for (String each : texts) {
            list.setAtIndex(ValueLayout.ADDRESS, at++, arena.allocateFrom(each));
        }
        return list.address();
    }

    /** Room for the kernel to read from or write to, for as long as this may be used. */
    public MemorySegment room(long bytes) {
        return arena.allocate(bytes, Long.BYTES);
    }
}
