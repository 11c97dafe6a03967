// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.base.Redacted;
import officina.core.plugin.PluginJar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the bundles that were installed, each called by the SHA-256 of what is in it. Which of them count is said by
 * records, not by this folder. Any thread; what was fetched is one thread's at a time.
 */
public final class PluginFolder {

    /** In the data folder. */
    public static final String NAME = "plugins";

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final Pattern COPY = Pattern.compile("[0-9a-f]{64}\\.jar");
    private static final String COMING = "coming-";
    private static final String FETCHED = "fetched.jar";

    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** A copy of a file, and what was copied. */
    record Taken(Path jar, long size, String sha256) {}

    /** Copies the file, as far as it may be one; it is not kept yet. */
    Taken take(Path file) {
        try {
            DurableFiles.createFolder(folder);
            Path coming = folder.resolve(COMING + UUID.randomUUID());
            try (FileChannel channel = DurableFiles.openNew(coming)) {
                Digests.Found found = Digests.copy(file, Channels.newOutputStream(channel), PluginJar.LARGEST);
                channel.force(true);
                return new Taken(coming, found.size(), found.sha256());
            } catch (IOException e) {
                Files.deleteIfExists(coming);
                throw e;
            }
        } catch (IOException e) {
            throw disk("written", e);
        }
    }

    /** Where a file can be put that was fetched from elsewhere, with another beside it, until it is installed. */
    Path fetched() {
        try {
            DurableFiles.createFolder(folder);
            return folder.resolve(FETCHED);
        } catch (IOException e) {
            throw disk("written", e);
        }
    }

    /** What was taken is kept. */
    Path keep(Taken taken) {
        try {
            Path kept = place(taken.sha256());
            Files.move(taken.jar(), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFiles.syncFolder(folder);
            return kept;
        } catch (IOException e) {
            throw disk("written", e);
        }
    }

    /** What was taken and not kept is gone. */
    void forget(Taken taken) {
        try {
            Files.deleteIfExists(taken.jar());
        } catch (IOException e) {
            throw disk("deleted", e);
        }
    }

    /** What was fetched is gone. */
    void forgetFetched() {
        try {
            Files.deleteIfExists(folder.resolve(FETCHED));
            Files.deleteIfExists(Provenance.signatureOf(folder.resolve(FETCHED)));
        } catch (IOException e) {
            throw disk("deleted", e);
        }
    }

    /** Where the copy of that digest lies. */
    Path place(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    /** Whether that copy is there and is what it was. */
    boolean holds(String sha256) {
        try {
            return Digests.of(place(sha256)).sha256().equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes copies that are none of these, as far as that can be done; files of others stay. */
    void keepOnly(Set<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                String name = String.valueOf(each.getFileName());
                boolean old = COPY.matcher(name).matches() && !wanted.contains(name.substring(0, 64));
                if (old || name.startsWith(COMING) || name.startsWith(FETCHED)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException | RuntimeException e) {
            log.warn("copies of plug-ins that nobody needs stay", Redacted.of(e));
        }
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
