// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Calls a library of the system by function name, with pointers ({@link MemorySegment}), {@code int} and {@code long}
 * arguments. For what is called a few times in the life of the program: a function is looked up on each call. Any
 * thread, as far as the library allows it.
 */
public class NativeLibrary {

    private static final long LONGEST_TEXT = 4096;

    private final Linker linker = Linker.nativeLinker();
    private final String name;
    private final SymbolLookup symbols;

    /**
     * Loads it. Throws {@link IllegalArgumentException} where it is not installed.
     *
     * @param name as the dynamic linker knows it: {@code libgio-2.0.so.0}
     */
    public NativeLibrary(String name) {
        this.name = name;
        symbols = SymbolLookup.libraryLookup(name, Arena.global());
    }

    /** The library answered with an error, or does not have what is asked of it. */
    public static final class CallFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CallFailedException(String message) {
            super(message);
        }
    }

    /** Calls a function that answers with a pointer. */
    public final MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) call(function, ValueLayout.ADDRESS, arguments);
    }

    /** Calls a function that answers with an {@code int}. */
    public final int number(String function, Object... arguments) {
        return (int) call(function, ValueLayout.JAVA_INT, arguments);
    }

    /** Calls a function that answers with nothing. */
    public final void run(String function, Object... arguments) {
        invoke(function, FunctionDescriptor.ofVoid(layouts(arguments)), arguments);
    }

    /** The address of a function, to be handed to another one. */
    public final MemorySegment function(String function) {
        return symbols.find(function).orElseThrow(() -> new CallFailedException(name + " has no " + function));
    }

    /** What the pointer of that name points to: a constant of the library. */
    public final MemorySegment constant(String pointer) {
        return function(pointer).reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0);
    }

    /** A function that the library may call, for as long as the program runs. It must not throw. */
    public final MemorySegment callback(MethodHandle target, FunctionDescriptor form) {
        return linker.upcallStub(target, form, Arena.global());
    }

    /** A short text of the library. */
    public static String text(MemorySegment start) {
        return start.reinterpret(LONGEST_TEXT).getString(0);
    }

    public static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    private Object call(String function, MemoryLayout result, Object... arguments) {
        return invoke(function, FunctionDescriptor.of(result, layouts(arguments)), arguments);
    }

    private Object invoke(String function, FunctionDescriptor descriptor, Object... arguments) {
        MethodHandle handle = linker.downcallHandle(function(function), descriptor);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("calling " + function + " went wrong", e);
        }
    }

    private static MemoryLayout[] layouts(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> switch (argument) {
                    case MemorySegment _ -> ValueLayout.ADDRESS;
                    case Integer _ -> ValueLayout.JAVA_INT;
                    case Long _ -> ValueLayout.JAVA_LONG;
                    default -> throw new IllegalArgumentException("no native form of " + argument.getClass());
                })
                .toArray(MemoryLayout[]::new);
    }
}
