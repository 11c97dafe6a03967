// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Calls GLib, or a library built on it, with its way to tell of errors. */
public class GlibLibrary extends NativeLibrary {

    private static final long ERROR = 2 * Integer.BYTES + ValueLayout.ADDRESS.byteSize();

    /**
     * Loads it. Throws {@link IllegalArgumentException} where it is not installed.
     *
     * @param name as the dynamic linker knows it: {@code libgio-2.0.so.0}
     */
    public GlibLibrary(String name) {
        super(name);
    }

    /**
     * Calls a function whose last parameter, not among the arguments, takes an error; throws
     * {@link CallFailedException} for one. A function that answers with a number answers here with a pointer of that
     * value, of which only the low half means something.
     */
    public final MemorySegment tried(String function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ValueLayout.ADDRESS);
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = error;
            MemorySegment result = pointer(function, all);
            MemorySegment problem = error.get(ValueLayout.ADDRESS, 0);
            if (!isNull(problem)) {
                String message = text(problem.reinterpret(ERROR).get(ValueLayout.ADDRESS, 2 * Integer.BYTES));
                run("g_error_free", problem);
                throw new CallFailedException(function + ": " + message);
            }
            return result;
        }
    }
}
