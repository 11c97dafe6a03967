// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;

/** Any bytes as the manifest of a stranger's jar: plug-ins and problems, nothing thrown. Run by {@code releng/scripts/fuzz}. */
public final class ManifestFuzz {

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Manifest manifest;
        try {
            manifest = new Manifest(new ByteArrayInputStream(data));
        } catch (IOException | IllegalArgumentException _) {
            // no manifest: a jar with it does not open
            return;
        }
        PluginManifest read =
                new ManifestReader(Locale.ROOT).read(manifest, false, path -> new ByteArrayInputStream(data));
        if (read.plugins().stream().anyMatch(each -> each.info().bundled())) {
            throw new AssertionError("a stranger's jar counts as the product's own");
        }
    }

    public static List<byte[]> seeds() {
        return List.of(("""
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: a.b;singleton:=true
                Bundle-Localization: l10n
                Provide-Capability: officina.plugin;officina.plugin="agent.a";kind="agent";
                 version:Version="1.0";runs.on:List<String>="workbench,worker"
                Require-Capability: officina.permission;filter:="(officina.permission=store.read)";
                 kinds:List<String>="todo,a\\,b";reason="%why";resolution:=optional
                """).getBytes(StandardCharsets.UTF_8), drawnOut());
    }

    /** What an expression with several ways to read it takes long over, or too deep. */
    private static byte[] drawnOut() {
        return """
                Manifest-Version: 1.0
                Bundle-SymbolicName: a.b
                Provide-Capability: officina.plugin;officina.plugin="a%s";kind="agent"
                Require-Capability: officina.permission;filter:="(officina.permission=%sa"
                """.formatted(".a".repeat(10_000), " ".repeat(10_000))
                // no line of a manifest may be longer
                .replaceAll("(.{70})(?=.)", "$1\n ")
                .getBytes(StandardCharsets.UTF_8);
    }
}
