// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import officina.base.GlibLibrary;
import officina.base.Redacted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notification service of the desktop ({@code org.freedesktop.Notifications} on the session bus), reached through the
 * GIO that GTK brings. Calls block for at most {@value #LIMIT_MILLIS} ms each, so not on the UI thread; one thread at a
 * time. Presses are told by the loop of the default main context, which is the UI thread's.
 */
final class DesktopService implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DesktopService.class);

    static final int LIMIT_MILLIS = 3_000;

    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int AS_CLIENT_OF_A_BUS = 1 | 1 << 3;

    private final GlibLibrary gio;
    private final MemorySegment connection;
    private final boolean markup;
    private final Map<Integer, Runnable> pressed = new ConcurrentHashMap<>();
    private final List<Integer> subscriptions;

    private DesktopService(GlibLibrary gio, MemorySegment connection) {
        this.gio = gio;
        this.connection = connection;
        String capabilities = print(call("GetCapabilities", MemorySegment.NULL));
        markup = capabilities.contains("'body-markup'");
        subscriptions =
                List.of(subscribe("ActionInvoked", this::pressed), subscribe("NotificationClosed", this::closed));
    }

    /** Connects to the service; empty where there is no bus, no library or nobody who shows notifications. */
    static Optional<DesktopService> open(@Nullable String sessionBus) {
        if (sessionBus == null || sessionBus.isBlank()) {
            // asked all the same, the library would start a bus of its own
            return Optional.empty();
        }
        MemorySegment connection = MemorySegment.NULL;
        GlibLibrary gio = null;
        try {
            gio = new GlibLibrary("libgio-2.0.so.0");
            connection = connect(gio, sessionBus);
            return Optional.of(new DesktopService(gio, connection));
        } catch (IllegalArgumentException | UnsupportedOperationException | GlibLibrary.CallFailedException e) {
            log.info("the desktop shows no notifications; Officina draws them itself");
            if (gio != null && !GlibLibrary.isNull(connection)) {
                gio.run("g_object_unref", connection);
            }
            return Optional.empty();
        }
    }

    /**
     * Shows it. Throws {@link GlibLibrary.CallFailedException} when the service does not take it.
     *
     * @param onPress when the person presses it; on the UI thread
     */
    void show(String title, String text, String open, Runnable onPress) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment hints = array(
                    arena,
                    // shown now, not kept in a list on somebody else's disk
                    entry(arena, "transient", gio.pointer("g_variant_new_boolean", 1)));
            MemorySegment parameters = tuple(
                    arena,
                    string(arena, "Officina"),
                    gio.pointer("g_variant_new_uint32", 0),
                    string(arena, ""),
                    string(arena, title),
                    string(arena, markup ? escaped(text) : text),
                    strings(arena, "default", open),
                    hints,
                    gio.pointer("g_variant_new_int32", -1));
            MemorySegment answer = call("Notify", parameters);
            MemorySegment id = gio.pointer("g_variant_get_child_value", answer, 0L);
            pressed.put(gio.number("g_variant_get_uint32", id), onPress);
            gio.run("g_variant_unref", id);
            gio.run("g_variant_unref", answer);
        }
    }

    /** On the UI thread, so that nothing is told any more when it returns. */
    @Override
    public void close() {
        subscriptions.forEach(id -> gio.run("g_dbus_connection_signal_unsubscribe", connection, id));
        gio.run("g_object_unref", connection);
        pressed.clear();
    }

    /** A connection of our own: the one that all share ends the program with the bus. */
    private static MemorySegment connect(GlibLibrary gio, String sessionBus) {
        try (Arena arena = Arena.ofConfined()) {
            return gio.tried(
                    "g_dbus_connection_new_for_address_sync",
                    arena.allocateFrom(sessionBus),
                    AS_CLIENT_OF_A_BUS,
                    MemorySegment.NULL,
                    MemorySegment.NULL);
        }
    }

    private MemorySegment call(String method, MemorySegment parameters) {
        try (Arena arena = Arena.ofConfined()) {
            return gio.tried(
                    "g_dbus_connection_call_sync",
                    connection,
                    arena.allocateFrom(NAME),
                    arena.allocateFrom(PATH),
                    arena.allocateFrom(NAME),
                    arena.allocateFrom(method),
                    parameters,
                    MemorySegment.NULL,
                    0,
                    LIMIT_MILLIS,
                    MemorySegment.NULL);
        }
    }

    // --- what the service tells ---

    private int subscribe(String signal, Consumer<MemorySegment> told) {
        FunctionDescriptor form = FunctionDescriptor.ofVoid(
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            return gio.number(
                    "g_dbus_connection_signal_subscribe",
                    connection,
                    arena.allocateFrom(NAME),
                    arena.allocateFrom(NAME),
                    arena.allocateFrom(signal),
                    arena.allocateFrom(PATH),
                    MemorySegment.NULL,
                    0,
                    gio.callback(target(told, form.toMethodType()), form),
                    MemorySegment.NULL,
                    MemorySegment.NULL);
        }
    }

    /** What is told the parameters of a signal, which come last but one. */
    private static MethodHandle target(Consumer<MemorySegment> told, MethodType form) {
        try {
            MethodHandle mine = MethodHandles.publicLookup()
                    .findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class))
                    .bindTo(told)
                    .asType(MethodType.methodType(void.class, MemorySegment.class));
            MethodHandle padded =
                    MethodHandles.dropArguments(mine, 0, form.parameterList().subList(0, 5));
            return MethodHandles.dropArguments(padded, 6, form.parameterType(6));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pressed(MemorySegment parameters) {
        Runnable work = pressed.get(first(parameters));
        if (work != null) {
            guarded(work);
        }
    }

    private void closed(MemorySegment parameters) {
        pressed.remove(first(parameters));
    }

    /** An exception that reached the library would end the program. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("a pressed notification could not be followed", Redacted.of(e));
        }
    }

    private int first(MemorySegment parameters) {
        MemorySegment id = gio.pointer("g_variant_get_child_value", parameters, 0L);
        try {
            return gio.number("g_variant_get_uint32", id);
        } finally {
            gio.run("g_variant_unref", id);
        }
    }

    // --- values; the one that holds them owns them ---

    private MemorySegment string(Arena arena, String text) {
        // the bus takes no other encoding, and no end of text within a text
        return gio.pointer("g_variant_new_string", arena.allocateFrom(text.replace("\0", "")));
    }

    private MemorySegment strings(Arena arena, String... texts) {
        MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, texts.length);
        for (int i = 0; i < texts.length; i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts[i]));
        }
        return gio.pointer("g_variant_new_strv", pointers, (long) texts.length);
    }

    private MemorySegment entry(Arena arena, String name, MemorySegment value) {
        return gio.pointer(
                "g_variant_new_dict_entry", string(arena, name), gio.pointer("g_variant_new_variant", value));
    }

    private MemorySegment array(Arena arena, MemorySegment... values) {
        return gio.pointer("g_variant_new_array", MemorySegment.NULL, pointers(arena, values), (long) values.length);
    }

    private MemorySegment tuple(Arena arena, MemorySegment... values) {
        return gio.pointer("g_variant_new_tuple", pointers(arena, values), (long) values.length);
    }

    private static MemorySegment pointers(Arena arena, MemorySegment... values) {
        MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, values.length);
        for (int i = 0; i < values.length; i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, values[i]);
        }
        return pointers;
    }

    private String print(MemorySegment value) {
        MemorySegment text = gio.pointer("g_variant_print", value, 0);
        try {
            return GlibLibrary.text(text);
        } finally {
            gio.run("g_free", text);
            gio.run("g_variant_unref", value);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
