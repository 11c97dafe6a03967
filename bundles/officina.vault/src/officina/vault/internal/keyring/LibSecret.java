// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Calls libsecret and GLib by function name, with pointers ({@link MemorySegment}), {@code int} and {@code long}
 * arguments. It is called a few times in the life of the program, so that look-ups on each call do not matter.
 */
final class LibSecret {

    static final ValueLayout POINTER = ValueLayout.ADDRESS;
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private static final long LIST_NODE = 3 * ValueLayout.ADDRESS.byteSize();
    private static final long ERROR = 2 * Integer.BYTES + ValueLayout.ADDRESS.byteSize();
    private static final long LONGEST_MESSAGE = 4096;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    private LibSecret(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Throws {@link IllegalArgumentException} where the library is not installed. */
    static LibSecret load() {
        return new LibSecret(SymbolLookup.libraryLookup("libsecret-1.so.0", Arena.global()));
    }

    /** The library answered with an error. */
    static final class CallFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CallFailedException(String message) {
            super(message);
        }
    }

    MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) call(function, ValueLayout.ADDRESS, arguments);
    }

    int number(String function, Object... arguments) {
        return (int) call(function, ValueLayout.JAVA_INT, arguments);
    }

    void run(String function, Object... arguments) {
        invoke(function, FunctionDescriptor.ofVoid(layouts(arguments)), arguments);
    }

    /**
     * Calls a function whose last parameter, not among the arguments, takes an error. A function that answers with a
     * number answers here with a pointer of that value, of which only the low half means something.
     */
    MemorySegment tried(String function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ValueLayout.ADDRESS);
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = error;
            MemorySegment result = pointer(function, all);
            MemorySegment problem = target(error);
            if (!isNull(problem)) {
                String message = problem.reinterpret(ERROR)
                        .get(ValueLayout.ADDRESS, 2 * Integer.BYTES)
                        .reinterpret(LONGEST_MESSAGE)
                        .getString(0);
                run("g_error_free", problem);
                throw new CallFailedException(function + ": " + message);
            }
            return result;
        }
    }

    private Object call(String function, MemoryLayout result, Object... arguments) {
        return invoke(function, FunctionDescriptor.of(result, layouts(arguments)), arguments);
    }

    private Object invoke(String function, FunctionDescriptor descriptor, Object... arguments) {
        MemorySegment address =
                symbols.find(function).orElseThrow(() -> new CallFailedException("libsecret has no " + function));
        MethodHandle handle = linker.downcallHandle(address, descriptor);
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

    MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(text);
    }

    /** Calls with a hash table of names and values, which follow each other in the list. */
    MemorySegment withAttributes(Arena arena, List<String> pairs, Function<MemorySegment, MemorySegment> call) {
        MemorySegment table = pointer("g_hash_table_new", function("g_str_hash"), function("g_str_equal"));
        try {
            for (int i = 0; i < pairs.size(); i += 2) {
                run("g_hash_table_insert", table, text(arena, pairs.get(i)), text(arena, pairs.get(i + 1)));
            }
            return call.apply(table);
        } finally {
            run("g_hash_table_unref", table);
        }
    }

    private MemorySegment function(String name) {
        return symbols.find(name).orElseThrow(() -> new CallFailedException("libsecret has no " + name));
    }

    /** Calls with a list of these objects, which it only borrows; not at all when there are none. */
    void list(List<MemorySegment> objects, Consumer<MemorySegment> call) {
        MemorySegment list = MemorySegment.NULL;
        for (MemorySegment object : objects) {
            list = pointer("g_list_append", list, object);
        }
        if (!isNull(list)) {
            try {
                call.accept(list);
            } finally {
                run("g_list_free", list);
            }
        }
    }

    static List<MemorySegment> elements(MemorySegment list) {
        List<MemorySegment> elements = new ArrayList<>();
        MemorySegment node = list;
        while (!isNull(node)) {
            MemorySegment fields = node.reinterpret(LIST_NODE);
            elements.add(fields.get(ValueLayout.ADDRESS, 0));
            node = fields.get(ValueLayout.ADDRESS, ValueLayout.ADDRESS.byteSize());
        }
        return elements;
    }

    void freeObjects(MemorySegment list) {
        elements(list).forEach(object -> run("g_object_unref", object));
        run("g_list_free", list);
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /** What the pointer at that place points to. */
    static MemorySegment target(MemorySegment place) {
        return place.get(ValueLayout.ADDRESS, 0);
    }

    /** A copy of as many bytes as the length at the other place says. */
    static byte[] bytes(MemorySegment start, MemorySegment length) {
        return start.reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    }

    Cancellable cancellable() {
        return new Cancellable(pointer("g_cancellable_new"));
    }

    /** Ends a call from another thread. Each of the two threads has a reference of its own to close. */
    final class Cancellable implements AutoCloseable {
        private final MemorySegment pointer;

        private Cancellable(MemorySegment pointer) {
            this.pointer = pointer;
        }

        MemorySegment pointer() {
            return pointer;
        }

        /** One more reference, for the thread that calls. */
        Cancellable shared() {
            return new Cancellable(LibSecret.this.pointer("g_object_ref", pointer));
        }

        void cancel() {
            run("g_cancellable_cancel", pointer);
        }

        @Override
        public void close() {
            run("g_object_unref", pointer);
        }
    }
}
