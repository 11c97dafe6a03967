// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** The bundles that were installed: one file each, named after the bundle. One thread at a time. */
public final class PluginFolder {

    /** In the data folder. */
    public static final String NAME = "plugins";

    private static final String JAR = ".jar";
    private static final String COMING = "coming";

    /** What OSGi allows, without what leads anywhere else. */
    private static final Pattern BUNDLE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final int LONGEST_NAME = 200;

    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** All of them; what was being copied when Officina ended is none. */
    List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().endsWith(JAR))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw disk("read", e);
        }
    }

    /** A copy of the file, which nobody else changes; not installed yet. */
    Path take(Path file) {
        try {
            Files.createDirectories(folder);
            return Files.copy(file, folder.resolve(COMING), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw disk("written", e);
        }
    }

    /** What was taken becomes the bundle of that name, whole or not at all. */
    Path put(String bundle) {
        try {
            return Files.move(folder.resolve(COMING), place(bundle), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw disk("written", e);
        }
    }

    /** What was taken and not put is gone. */
    void forget() {
        try {
            Files.deleteIfExists(folder.resolve(COMING));
        } catch (IOException e) {
            throw disk("deleted", e);
        }
    }

    void remove(String bundle) {
        try {
            Files.deleteIfExists(place(bundle));
        } catch (IOException e) {
            throw disk("deleted", e);
        }
    }

    private Path place(String bundle) {
        if (bundle.length() > LONGEST_NAME || !BUNDLE.matcher(bundle).matches()) {
            throw new FailureException(Failure.of(
                    "plugin.unfit",
                    ErrorKind.USER,
                    "The bundle has a name that no bundle may have.",
                    "Ask its publisher for a correct one."));
        }
        return folder.resolve(bundle + JAR);
    }

    private static FailureException disk(String what, IOException cause) {
        return new FailureException(
                Failure.of(
                        "plugin.disk",
                        ErrorKind.RESOURCE,
                        "The folder of the installed plug-ins could not be " + what + ".",
                        "Look whether the disk is full, and who owns the data folder."),
                cause);
    }
}
