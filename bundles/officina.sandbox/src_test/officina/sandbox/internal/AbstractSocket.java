// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import officina.sandbox.internal.lock.Kernel;
import officina.sandbox.internal.seccomp.Machine;
import officina.sandbox.internal.seccomp.SystemCalls;

/** A socket of this process that has a name but no file, and takes connections. */
final class AbstractSocket implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final Kernel kernel = new Kernel(SystemCalls.read(), Machine.current(), arena);
    private final long socket;

    AbstractSocket(String name) {
        socket = kernel.ask("socket", 1, 1, 0);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment address = kernel.room(Short.BYTES + 1L + bytes.length);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
        MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, 3, bytes.length);
        if (socket < 0
                || kernel.ask("bind", socket, address.address(), address.byteSize()) < 0
                || kernel.ask("listen", socket, 8) < 0) {
            throw new IllegalStateException("no socket named " + name);
        }
    }

    @Override
    public void close() {
        kernel.ask("close", socket);
        arena.close();
    }
}
