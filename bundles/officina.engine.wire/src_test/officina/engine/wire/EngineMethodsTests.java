// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineMethodsTests {

    private final EngineMethods methods = new EngineMethods();

    @TempDir
    private Path folder;

    @Test
    void the_reference_page_is_what_the_interfaces_say() throws IOException {
        Path page = Path.of("../../docs/reference/engine-api.md");
        String made = EngineApiPage.make();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, made);
        }
        assertEquals(made, Files.readString(page), "regenerate it with -Dregenerate=true");
    }

    @Test
    void every_service_of_the_engine_is_there() {
        long services = java.util.Arrays.stream(Engine.class.getDeclaredMethods())
                .filter(method -> !method.getName().equals("close"))
                .count();
        assertEquals(services, methods.services().size());
        assertTrue(methods.serviceNames().contains("history"));
    }

    @Test
    void what_takes_a_listener_or_gives_a_state_does_not_travel() {
        for (String name : List.of("sessions.state", "sessions.subscribeAll", "runs.state", "todos.onChange")) {
            assertEquals(null, methods.find(name), name);
        }
        for (String name : List.of("runs.start", "todos.update", "settings.get", "history.session")) {
            assertNotNull(methods.find(name), name);
        }
    }

    @Test
    void long_work_travels_and_what_takes_a_secret_does_not() {
        assertEquals(
                List.of(
                        "data.export",
                        "data.importFrom",
                        "diagnostics.bundle",
                        "diagnostics.run",
                        "knowledge.sync",
                        "projects.untrack",
                        "sample.add",
                        "sample.remove",
                        "sessions.clean",
                        "sessions.delete",
                        "sessions.exportTo",
                        "sessions.importFrom"),
                methods.all().stream()
                        .filter(EngineMethod::followed)
                        .map(EngineMethod::name)
                        .toList());
        assertEquals(null, methods.find("data.exportSealed"));
    }

    @Test
    void parameters_go_by_name() {
        EngineMethod list = Objects.requireNonNull(methods.find("runs.list"));
        RunQuery query = new RunQuery(new SessionId(new UUID(1, 2)), Set.of(RunPhase.AWAITING_APPROVAL), 5);
        JsonObject json = list.parameters().write(new Object[] {query});
        assertEquals(
                "{\"query\":{\"session\":\"00000000-0000-0001-0000-000000000002\",\"phases\":[\"awaiting-approval\"],\"limit\":5}}",
                officina.protocol.Json.text(json));
        assertEquals(query, list.parameters().read(json)[0]);
    }

    @Test
    void a_client_of_another_protocol_does_not_fit() {
        assertTrue(new AttachRequest(1, 9, "2.0", null, Set.of("news")).fits());
        assertFalse(new AttachRequest(2, 9, "2.0", null, Set.of()).fits());
        assertFalse(new AttachRequest(0, 0, "0.9", null, Set.of()).fits());
    }

    @Test
    void a_socket_is_in_the_folder_or_where_a_file_there_points() throws IOException {
        Path runtime = Files.createTempDirectory(Path.of("/tmp"), "o");
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", runtime.toString());
        Path data = Files.createTempDirectory(Path.of("/tmp"), "o");
        assertEquals(data.toRealPath().resolve("engine.sock"), SocketPlace.prepare(data, environment));
        assertEquals(Optional.empty(), SocketPlace.find(data));

        Path deep = Files.createDirectory(folder.resolve("d".repeat(120)));
        Path far = SocketPlace.prepare(deep, environment);
        assertEquals(runtime.resolve("officina"), far.getParent());
        assertEquals(Optional.of(far), SocketPlace.find(deep));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(far.getParent())));
        assertEquals(far, SocketPlace.prepare(Files.createSymbolicLink(folder.resolve("alias"), deep), environment));
        Files.createFile(far);
        SocketPlace.clear(deep);
        assertFalse(Files.exists(far));
        assertEquals(Optional.empty(), SocketPlace.find(deep));
        assertEquals(Optional.empty(), SocketPlace.find(folder.resolve("nowhere")));
        Files.delete(data);
        Files.delete(runtime.resolve("officina"));
        Files.delete(runtime);
    }

    @Test
    void a_runtime_folder_that_others_may_enter_is_not_used() throws IOException {
        Path runtime = Files.createTempDirectory(Path.of("/tmp"), "o");
        Path open = Files.createDirectory(runtime.resolve("officina"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path deep = Files.createDirectory(folder.resolve("d".repeat(120)));
        assertThrows(IOException.class, () -> SocketPlace.prepare(deep, Map.of("XDG_RUNTIME_DIR", runtime.toString())));
        Files.delete(open);
        Files.delete(runtime);
    }

    @Test
    void every_method_has_a_form_for_what_it_takes_and_gives() {
        for (EngineMethod method : methods.all()) {
            Method declared = method.method();
            assertEquals(
                    declared.getParameterCount() - (method.followed() ? 1 : 0),
                    method.parameters().names().size(),
                    method.name());
            if (method.result() != void.class) {
                methods.values().write(method.result(), null);
            }
        }
        assertTrue(
                methods.all().size() > 25,
                "methods that travel: " + methods.all().size());
    }
}
