// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import officina.base.GlibLibrary;

/** Calls libsecret, with the lists and tables that it takes and gives. */
final class LibSecret extends GlibLibrary {

    static final ValueLayout POINTER = ValueLayout.ADDRESS;
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private static final long LIST_NODE = 3 * ValueLayout.ADDRESS.byteSize();

    private LibSecret() {
        super("libsecret-1.so.0");
    }

    /** Throws {@link IllegalArgumentException} where the library is not installed. */
    static LibSecret load() {
        return new LibSecret();
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
