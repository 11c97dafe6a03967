// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;

/** Any bytes as a catalogue: read, with plain names alone, or refused. Run by {@code releng/scripts/fuzz}. */
public final class PluginCatalogFuzz {

    private PluginCatalogFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            PluginCatalog read = PluginCatalog.read(data);
            for (PluginCatalog.Offer each : read.offers()) {
                if (each.file().contains("/")
                        || each.file().contains("\\")
                        || each.file().contains("..")) {
                    throw new AssertionError("a file elsewhere");
                }
            }
            if (!PluginCatalog.read(read.write()).equals(read)) {
                throw new AssertionError("what was written is not what was read");
            }
        } catch (FailureException refused) {
            if (!refused.failure().code().equals("plugin.catalog")) {
                throw refused;
            }
        }
    }

    public static List<byte[]> seeds() {
        return List.of(sample().write(), new PluginCatalog("empty", 1, List.of()).write());
    }

    static PluginCatalog sample() {
        return new PluginCatalog(
                "example",
                7,
                List.of(new PluginCatalog.Offer(
                        "example.files",
                        "1.2.0",
                        "example.files-1.2.0.jar",
                        48_213,
                        "ab".repeat(32),
                        List.of(new InstalledBundle.Named(new PluginId("agent.files"), "agent")),
                        "The Example Company",
                        "Finds files.",
                        new PluginCatalog.Price("9.90", "EUR"),
                        List.of(new PermissionRequest(
                                new Permission(PermissionType.FS_READ, "*"), "To look for files.", false)))));
    }
}
