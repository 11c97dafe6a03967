// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.PluginManifest;
import officina.protocol.Json;

/**
 * The bundle that is tested. Its manifest lies beside its classes, where a build with plain Maven makes it, or else in the
 * folder in which the tests run.
 */
final class OwnBundle {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Path folder;
    private final PluginManifest manifest;

    private OwnBundle(Path folder, PluginManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** @param service something of the bundle's */
    static OwnBundle of(Object service) throws IOException {
        CodeSource code = service.getClass().getProtectionDomain().getCodeSource();
        Path folder = code == null ? Path.of("") : folder(code);
        try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
            PluginManifest read = new ManifestReader(Locale.UK)
                    .read(
                            new Manifest(in),
                            false,
                            path -> Files.exists(folder.resolve(path))
                                    ? Files.newInputStream(folder.resolve(path))
                                    : null);
            return new OwnBundle(folder, read);
        }
    }

    private static Path folder(CodeSource code) {
        try {
            URI place = code.getLocation().toURI();
            Path classes = Path.of(place);
            return Files.exists(classes.resolve(MANIFEST)) ? classes : Path.of("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes lie in a folder", e);
        }
    }

    /** Fails where something in the manifest is ignored, or not one plug-in of the kind is declared. */
    PluginManifest.Declared declared(String kind) {
        assertEquals(List.of(), manifest.problems());
        List<PluginManifest.Declared> all = manifest.plugins().stream()
                .filter(each -> each.info().kind().equals(kind))
                .toList();
        assertEquals(1, all.size(), "capabilities officina.plugin of kind " + kind);
        return all.getFirst();
    }

    /** The descriptor that the capability of this kind names. */
    JsonObject descriptor(String kind) throws IOException {
        String path = declared(kind).descriptor();
        assertNotNull(path, "the capability names no descriptor");
        assertTrue(Files.exists(folder.resolve(path)), () -> "the bundle has no file " + path);
        return Json.parseObject(Files.readAllBytes(folder.resolve(path)));
    }

    /** What it asks for. */
    List<Permission> asked(String kind) {
        return declared(kind).info().permissions().stream()
                .map(PermissionRequest::permission)
                .toList();
    }
}
