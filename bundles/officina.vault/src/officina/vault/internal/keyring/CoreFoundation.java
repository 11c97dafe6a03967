// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import officina.base.NativeLibrary;

/** The texts, bytes and dictionaries that the frameworks of macOS take. */
final class CoreFoundation extends NativeLibrary {

    private static final String FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    /** {@code kCFStringEncodingUTF8}. */
    private static final int UTF_8 = 0x0800_0100;

    /** Throws {@link IllegalArgumentException} on a system without it. */
    CoreFoundation() {
        super(FRAMEWORK);
    }

    /** A copy of the bytes of a {@code CFData}. */
    byte[] bytes(MemorySegment data) {
        long length = pointer("CFDataGetLength", data).address();
        return pointer("CFDataGetBytePtr", data).reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
    }

    Owned owned() {
        return new Owned();
    }

    /** The pointers one after another, as the functions take arrays. */
    static MemorySegment array(Arena arena, List<MemorySegment> pointers) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, pointers.size());
        for (int i = 0; i < pointers.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, pointers.get(i));
        }
        return array;
    }

    /** Objects that are released together. */
    final class Owned implements AutoCloseable {

        private final Arena arena = Arena.ofConfined();
        private final Deque<MemorySegment> objects = new ArrayDeque<>();

        /** Takes over an object; throws where there is none. */
        MemorySegment own(MemorySegment object) {
            if (isNull(object)) {
                throw new CallFailedException("CoreFoundation made no object");
            }
            objects.push(object);
            return object;
        }

        MemorySegment text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, utf8);
            return own(pointer("CFStringCreateWithBytes", MemorySegment.NULL, bytes, (long) utf8.length, UTF_8, 0));
        }

        MemorySegment data(byte[] content) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
            try {
                return own(pointer("CFDataCreate", MemorySegment.NULL, bytes, (long) content.length));
            } finally {
                bytes.fill((byte) 0);
            }
        }

        MemorySegment dictionary(Map<MemorySegment, MemorySegment> entries) {
            return own(pointer(
                    "CFDictionaryCreate",
                    MemorySegment.NULL,
                    array(arena, new ArrayList<>(entries.keySet())),
                    array(arena, new ArrayList<>(entries.values())),
                    (long) entries.size(),
                    function("kCFTypeDictionaryKeyCallBacks"),
                    function("kCFTypeDictionaryValueCallBacks")));
        }

        @Override
        public void close() {
            while (!objects.isEmpty()) {
                run("CFRelease", objects.pop());
            }
            arena.close();
        }
    }
}
