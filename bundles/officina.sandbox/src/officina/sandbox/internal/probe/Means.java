// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import officina.sandbox.internal.lock.Kernel;

/** What attempts are made with where Java has no way to make them. */
final class Means {

    static final int NOT_PERMITTED = -1;
    static final int NOT_THERE = -38;

    private static final int UNIX = 1;
    private static final int FROM_HERE = -100; // AT_FDCWD
    private static final int STREAM = 1;

    private final Kernel kernel;

    Means(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Calls the kernel; the answer must not be an error. */
    long must(String call, long... arguments) throws HeldException {
        long answer = kernel.ask(call, arguments);
        if (answer < 0) {
            throw new HeldException(call + " was answered with error " + -answer);
        }
        return answer;
    }

    /** Something that is done with an open file. */
    interface WithOpen {
        long apply(long open) throws HeldException;
    }

    /** Does it with a file that is open to be read. */
    long opened(String file, WithOpen what) throws HeldException {
        long open = must("openat", FROM_HERE, text(file), 0);
        try {
            return what.apply(open);
        } finally {
            kernel.ask("close", open);
        }
    }

    long text(String text) {
        return kernel.text(text);
    }

    /** Calls the kernel in a way that means nothing: done where it looked at the arguments. */
    String call(String words) throws HeldException {
        String[] parts = words.split(":", -1);
        long[] arguments = Arrays.stream(parts).skip(1).mapToLong(Long::decode).toArray();
        long answer = kernel.ask(parts[0], arguments);
        if (answer == NOT_PERMITTED || answer == NOT_THERE) {
            throw new HeldException("error " + -answer);
        }
        return "answer " + answer;
    }

    /** What happens to a program that is none: done where the kernel looked into it. */
    String become(String file) throws HeldException {
        long none = kernel.room(Long.BYTES).address();
        long answer = kernel.ask("execve", kernel.text(file), none, none);
        if (answer != -8) { // ENOEXEC
            throw new HeldException("error " + -answer);
        }
        return "looked into";
    }

    /** Connects to a socket that has a name but no file. */
    String connectAbstract(String name) throws HeldException {
        long socket = must("socket", UNIX, STREAM, 0);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment address = kernel.room(Short.BYTES + 1L + bytes.length);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, 3, bytes.length);
        must("connect", socket, address.address(), address.byteSize());
        must("close", socket);
        return "connected";
    }

    /** Takes memory that is not in the heap. */
    String takeMemory(long bytes) throws HeldException {
        long place = must("mmap", 0, bytes, 3, 0x22, -1);
        must("munmap", place, bytes);
        return "taken";
    }
}
