// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.engine.CheckedBundle;
import officina.engine.CheckedBundle.Declared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCheckTests {

    @TempDir
    private Path folder;

    @Test
    void a_bundle_that_is_two_plugins_under_one_id_asks_for_each_permission_once() throws IOException {
        Path file = folder.resolve("bundle.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("""
                    Manifest-Version: 1.0
                    Bundle-ManifestVersion: 2
                    Bundle-SymbolicName: example.run
                    Bundle-Vendor: Example
                    Provide-Capability: officina.plugin;officina.plugin="agent.run";kind="agent";version="1.2",
                     officina.plugin;officina.plugin="agent.run";kind="tool"
                    Bundle-Version: 3
                    Require-Capability: officina.permission;filter:="(officina.permission=proc.spawn)";
                     programs:List<String>="git";reason="To look.",
                     officina.permission;filter:="(officina.permission=proc.burn)";reason="To burn."
                    """.getBytes(StandardCharsets.UTF_8));
        }
        CheckedBundle found = BundleCheck.of(file, Locale.ROOT);
        PluginId id = new PluginId("agent.run");
        assertEquals(
                new CheckedBundle(
                        "example.run",
                        "Example",
                        List.of(new Declared(id, "agent", "1.2"), new Declared(id, "tool", "3")),
                        List.of(new PermissionRequest(
                                new Permission(PermissionType.PROC_SPAWN, "git"), "To look.", false)),
                        List.of("It can run programs, which may do whatever you may do."),
                        found.problems()),
                found);
        assertEquals(1, found.problems().size());
        assertEquals(
                "proc.burn: There is no such permission",
                found.problems().getFirst().substring(0, 38));
    }
}
