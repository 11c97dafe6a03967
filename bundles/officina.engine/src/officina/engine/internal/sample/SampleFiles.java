// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents of the sample: in the product, and in the data folder while the person has the sample. */
public final class SampleFiles {

    /** In the data folder. */
    public static final String FOLDER = "sample";

    private static final List<String> NAMES =
            List.of("boiler-manual.pdf", "handbook.md", "house-meeting.txt", "lease.docx", "trip-to-lisbon.md");

    private static final Logger log = LoggerFactory.getLogger(SampleFiles.class);

    private final Path folder;

    /** @param data the data folder */
    public SampleFiles(Path data) {
        folder = data.resolve(FOLDER);
    }

    /** Writes those that are not there; gives the folder by its real path. {@code sample.unwritable}. */
    public Path write() {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                DurableFiles.createFolder(folder);
            }
            for (String name : NAMES) {
                Path file = folder.resolve(name);
                if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                    DurableFiles.replace(file, content(name));
                }
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(
                            "sample.unwritable",
                            ErrorKind.RESOURCE,
                            "The documents of the sample could not be written to " + folder + ".",
                            "Look whether there is room on the disk, and whether something else has that name."),
                    e);
        }
    }

    /** Deletes those that are as they were written, and the folder where nothing else is in it. */
    public void delete() {
        delete(folder);
    }

    /** The same, for a data folder whose entries are deleted one by one. */
    public static void delete(Path folder) {
        try {
            for (String name : NAMES) {
                Path file = folder.resolve(name);
                if (isAsWritten(file, name)) {
                    Files.delete(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            log.info("the folder of the sample holds files of the person and stays");
        } catch (IOException e) {
            log.warn(
                    "documents of the sample could not be deleted: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isAsWritten(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] written = content(name);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(written.length + 1), written);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A file of the product. */
    static byte[] content(String name) {
        return resource("files/" + name);
    }

    static byte[] resource(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks " + name + " of its sample");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
