// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import officina.base.Closeables;
import officina.base.GlibLibrary;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;

/** A session bus of its own, with or without a service on it that takes notifications and lets them be pressed. */
final class NotificationDesktop implements AutoCloseable {

    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String INTERFACE = """
            <node><interface name="org.freedesktop.Notifications">
            <method name="GetCapabilities"><arg type="as" direction="out"/></method>
            <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
            <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
            <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
            <arg type="u" direction="out"/></method>
            </interface></node>
            """;

    private final GlibLibrary gio = new GlibLibrary("libgio-2.0.so.0");
    private final Closeables owned = new Closeables();
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final String address;
    private volatile boolean over;
    private @Nullable MemorySegment connection;

    NotificationDesktop(Path folder) throws IOException {
        Path config = folder.resolve("bus.conf");
        Files.writeString(config, """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>
                """);
        Process bus = new ProcessBuilder("dbus-daemon", "--nofork", "--print-address=1", "--config-file=" + config)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        owned.own(bus::destroyForcibly);
        BufferedReader told = bus.inputReader(StandardCharsets.UTF_8);
        address = Objects.requireNonNull(told.readLine(), "the bus tells its address");
        Thread loop = Threads.startPlatform("main-context", () -> {
            while (!over) {
                gio.number("g_main_context_iteration", MemorySegment.NULL, 1);
            }
        });
        owned.own(() -> {
            over = true;
            gio.run("g_main_context_wakeup", MemorySegment.NULL);
            loop.join(5_000);
        });
    }

    static boolean possible() {
        try {
            return Files.isExecutable(Path.of("/usr/bin/dbus-daemon"))
                    && new GlibLibrary("libgio-2.0.so.0").number("g_main_depth") == 0;
        } catch (IllegalArgumentException notInstalled) {
            return false;
        }
    }

    String address() {
        return address;
    }

    /** From now on notifications are taken, by a service that can do that. */
    void serve(String... capabilities) {
        Arena arena = Arena.global();
        MemorySegment bus = gio.tried(
                "g_dbus_connection_new_for_address_sync",
                arena.allocateFrom(address),
                9,
                MemorySegment.NULL,
                MemorySegment.NULL);
        connection = bus;
        MemorySegment node = gio.tried("g_dbus_node_info_new_for_xml", arena.allocateFrom(INTERFACE));
        MemorySegment table = arena.allocate(ValueLayout.ADDRESS, 11);
        table.setAtIndex(ValueLayout.ADDRESS, 0, answering(String.join("', '", capabilities)));
        gio.tried(
                "g_dbus_connection_register_object",
                bus,
                arena.allocateFrom(PATH),
                gio.pointer("g_dbus_node_info_lookup_interface", node, arena.allocateFrom(NAME)),
                table,
                MemorySegment.NULL,
                MemorySegment.NULL);
        gio.tried(
                "g_dbus_connection_call_sync",
                bus,
                arena.allocateFrom("org.freedesktop.DBus"),
                arena.allocateFrom("/org/freedesktop/DBus"),
                arena.allocateFrom("org.freedesktop.DBus"),
                arena.allocateFrom("RequestName"),
                value("('" + NAME + "', uint32 0)"),
                MemorySegment.NULL,
                0,
                5_000,
                MemorySegment.NULL);
    }

    /** The next notification that was taken, as GLib prints its parameters. */
    String next() throws InterruptedException {
        return Objects.requireNonNull(taken.poll(10, TimeUnit.SECONDS), "a notification within 10 s");
    }

    /** The person presses the first notification. */
    void press() {
        Arena arena = Arena.global();
        gio.tried(
                "g_dbus_connection_emit_signal",
                Objects.requireNonNull(connection),
                MemorySegment.NULL,
                arena.allocateFrom(PATH),
                arena.allocateFrom(NAME),
                arena.allocateFrom("ActionInvoked"),
                value("(uint32 1, 'default')"));
    }

    private MemorySegment answering(String capabilities) {
        MethodType eight = MethodType.methodType(void.class, Collections.nCopies(8, (Class<?>) MemorySegment.class));
        FunctionDescriptor form = FunctionDescriptor.ofVoid(
                Collections.nCopies(8, ValueLayout.ADDRESS).toArray(ValueLayout[]::new));
        Call call = (method, parameters, invocation) -> {
            MemorySegment answer;
            if (method.equals("Notify")) {
                taken.add(GlibLibrary.text(gio.pointer("g_variant_print", parameters, 0)));
                answer = value("(uint32 1,)");
            } else {
                answer = value("(['" + capabilities + "'],)");
            }
            gio.run("g_dbus_method_invocation_return_value", invocation, answer);
        };
        try {
            return gio.callback(
                    MethodHandles.lookup()
                            .findVirtual(Handler.class, "called", eight)
                            .bindTo(new Handler(call)),
                    form);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private MemorySegment value(String text) {
        return gio.tried(
                "g_variant_parse",
                MemorySegment.NULL,
                Arena.global().allocateFrom(text),
                MemorySegment.NULL,
                MemorySegment.NULL);
    }

    private interface Call {
        void happened(String method, MemorySegment parameters, MemorySegment invocation);
    }

    /** What GIO calls for each method. */
    record Handler(Call call) {
        void called(
                MemorySegment connection,
                MemorySegment sender,
                MemorySegment path,
                MemorySegment face,
                MemorySegment method,
                MemorySegment parameters,
                MemorySegment invocation,
                MemorySegment data) {
            call.happened(GlibLibrary.text(method), parameters, invocation);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
