// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.ProviderPreset;
import officina.engine.Surrounding;
import officina.engine.Surrounding.Kind;
import officina.testkit.model.LocalModelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAroundTests {

    @TempDir
    private Path folder;

    @Test
    void a_server_of_this_machine_is_asked_for_its_models_and_no_other_is_asked_at_all() {
        try (LocalModelServer server = LocalModelServer.start()) {
            URI address = server.address();
            URI gone = URI.create("http://127.0.0.1:1/v1");

            List<Surrounding> found = new LookAround(Set.of(), "", folder)
                    .look(List.of(provider(
                            new ProviderPreset("a", "Ollama", address, false),
                            new ProviderPreset("b", "Gone", gone, false),
                            new ProviderPreset("c", "Far", URI.create("http://192.0.2.1:80/v1"), false))));

            assertEquals(
                    List.of(
                            new Surrounding(
                                    Kind.MODEL_SERVER, "Ollama", true, LocalModelServer.MODELS, address.toString()),
                            new Surrounding(Kind.MODEL_SERVER, "Gone", false, List.of(), gone.toString())),
                    found.stream()
                            .filter(each -> each.kind() == Kind.MODEL_SERVER)
                            .toList());
        }
    }

    @Test
    void a_server_that_asks_for_a_key_has_no_models_for_us() {
        try (LocalModelServer server = LocalModelServer.start()) {
            server.requireKey("secret");
            assertEquals(Optional.empty(), new LocalServer(server.address()).models());
        }
    }

    @Test
    void keys_are_named_programs_are_found_and_what_does_not_work_is_said() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path bwrap = Files.createFile(
                bin.resolve("bwrap"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.createFile(bin.resolve("git"));
        LookAround around = new LookAround(
                Set.of("OPENAI_API_KEY", "HOME", "ANTHROPIC_API_KEY"),
                "relative:/nowhere:" + bin,
                folder.resolve("proc"));

        assertEquals(
                List.of(
                        new Surrounding(Kind.KEYS, "", true, List.of("ANTHROPIC_API_KEY", "OPENAI_API_KEY"), ""),
                        new Surrounding(Kind.GIT, "git", false, List.of(), ""),
                        new Surrounding(Kind.SANDBOX, "bubblewrap", true, List.of(bwrap.toString()), "")),
                around.look(List.of()));

        Path limit = folder.resolve("proc/sys/kernel/apparmor_restrict_unprivileged_userns");
        Files.createDirectories(limit.getParent());
        Files.writeString(limit, "1\n");
        assertTrue(
                around.look(List.of())
                        .contains(new Surrounding(Kind.SANDBOX, "bubblewrap", false, List.of(bwrap.toString()), "")),
                "what the system does not let work is not found");
    }

    private static ProviderDescriptor provider(ProviderPreset... presets) {
        return new ProviderDescriptor(new PluginId("provider.any"), "Any", "Any.", Set.of(), List.of(presets));
    }
}
