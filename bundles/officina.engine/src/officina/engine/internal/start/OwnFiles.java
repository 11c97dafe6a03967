// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.engine.internal.plugin.PluginFolder;
import officina.engine.internal.sample.SampleFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Officina makes in a data folder, by whole names: any folder may be one, and what else is in it is somebody's. The
 * lock and the mark of an erasure are none of it.
 */
final class OwnFiles {

    /** Goes with all that is in it. */
    private static final Pattern WHOLE = Pattern.compile("vault\\.(keys|secrets)(\\.new)?"
            + "|journal(\\.damaged-\\d{8}-\\d{6})?"
            + "|store(\\.damaged-\\d{8}T\\d{6}Z(-\\d+)?|\\.before-\\d+(\\.new)?)?"
            + "|workbench"
            + "|engine\\.sock(\\.place(\\.new)?)?"
            + "|probe\\.tmp"
            + "|" + DataFolder.FORMAT_FILE + "(\\.new)?"
            + "|" + Erasure.MARK + "\\.new");

    private static final Pattern LOGS = Pattern.compile("officina(\\.\\d+)?\\.log(\\d+\\.tmp)?");
    private static final Pattern LIBRARIES = Pattern.compile(
            "(lib)?onnxruntime(4j_jni|_providers_shared)?\\.(so|dylib|jnilib|dll)(\\.unpacked(\\.new)?)?");

    /** Copies of what was installed. */
    private static final Pattern PLUGINS = Pattern.compile("coming|[A-Za-z0-9_.-]+\\.jar(\\.sig)?");

    /** A file of the index that a crash left without its beginning. */
    private static final Pattern INDEX =
            Pattern.compile("_[0-9a-z]+(_[0-9A-Za-z_]+)?\\.[a-z]{2,4}|(pending_)?segments_[0-9a-z]+|write\\.lock");

    /** How each file of the index begins. */
    private static final byte[] INDEX_HEAD = "OFFINDX".getBytes(StandardCharsets.US_ASCII);

    private static final Logger log = LoggerFactory.getLogger(OwnFiles.class);

    private OwnFiles() {}

    /** Deletes what is ours of an entry of a data folder; the rest stays. No link is followed. */
    static void delete(Path entry) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (WHOLE.matcher(name).matches()) {
            deleteTree(entry);
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            switch (name) {
                case "index" -> deleteFrom(entry, OwnFiles::isOfIndex);
                case "native" -> deleteFrom(entry, file -> matches(LIBRARIES, file));
                case PluginFolder.NAME -> deleteFrom(entry, file -> matches(PLUGINS, file));
                case SampleFiles.FOLDER -> SampleFiles.delete(entry);
                case "logs" -> deleteFrom(entry, file -> matches(LOGS, file));
                default -> {
                    // somebody else's
                }
            }
        }
    }

    /** Whether a file is ours. */
    private interface Known {
        boolean is(Path file) throws IOException;
    }

    private static void deleteFrom(Path folder, Known known) throws IOException {
        for (Path file : entries(folder)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && known.is(file)) {
                Files.delete(file);
            }
        }
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            log.info("a folder of the data folder holds files of somebody else and stays");
        }
    }

    private static boolean matches(Pattern names, Path file) {
        return names.matcher(String.valueOf(file.getFileName())).matches();
    }

    private static boolean isOfIndex(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            head = in.readNBytes(INDEX_HEAD.length);
        } catch (AccessDeniedException e) {
            // ours can be read by their owner
            return false;
        }
        return head.length == 0 ? matches(INDEX, file) : Arrays.equals(head, INDEX_HEAD);
    }

    static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
