// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.core.plugin.PlainLine;
import officina.net.okhttp.HttpTransport;

/** Where the files of a catalogue lie. Names come from {@link officina.core.plugin.PluginCatalog}, and lead nowhere else. */
sealed interface CatalogSource {

    /** The place as it is written down. */
    String place();

    /** A file, whole, or as much of it as shows that it is larger; {@code plugin.catalog-missing}, {@code net.*}. */
    byte[] read(String name, int most);

    /** A file, to be read where it lies, or put there. */
    Path file(String name, Path otherwise, long most);

    /** Where a file lies on this machine; empty where it has to be fetched first. */
    String near(String name);

    /** {@code plugin.catalog-place} where it is neither. */
    static CatalogSource of(String place, Supplier<HttpTransport> transport) {
        String text = place.strip();
        try {
            URI address = text.contains("://") ? new URI(text) : null;
            if (address != null) {
                if (!"https".equals(address.getScheme())
                        || address.getHost() == null
                        || address.getRawUserInfo() != null
                        || address.getRawQuery() != null
                        || address.getRawFragment() != null) {
                    throw unfit(text);
                }
                return new Server(URI.create(text.endsWith("/") ? text : text + "/"), transport);
            }
            Path folder = Path.of(text);
            if (!folder.isAbsolute()) {
                throw unfit(text);
            }
            return new Folder(folder.normalize());
        } catch (URISyntaxException | InvalidPathException e) {
            throw unfit(text);
        }
    }

    private static FailureException unfit(String place) {
        return new FailureException(Failure.of(
                "plugin.catalog-place",
                ErrorKind.USER,
                "\"" + PlainLine.of(place, 200) + "\" is no place of a catalogue.",
                "Name a folder, or an address that begins with https://."));
    }

    private static FailureException missing(String name) {
        return new FailureException(Failure.of(
                "plugin.catalog-missing",
                ErrorKind.RESOURCE,
                "The catalogue has no file \"" + name + "\" that can be read.",
                "Look whether the place is right, and whether its disk or server is there."));
    }

    /** On a disk. */
    record Folder(Path folder) implements CatalogSource {

        @Override
        public String place() {
            return folder.toString();
        }

        @Override
        public byte[] read(String name, int most) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw missing(name);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(most + 1);
            } catch (IOException e) {
                throw missing(name);
            }
        }

        @Override
        public Path file(String name, Path otherwise, long most) {
            return folder.resolve(name);
        }

        @Override
        public String near(String name) {
            return folder.resolve(name).toString();
        }
    }

    /** At an address. */
    record Server(URI address, Supplier<HttpTransport> transport) implements CatalogSource {

        /** A list is awaited by somebody, a file may be large. */
        private static final Duration FOR_A_LIST = Duration.ofSeconds(30);

        private static final Duration FOR_A_FILE = Duration.ofMinutes(5);

        @Override
        public String place() {
            return address.toString();
        }

        @Override
        public byte[] read(String name, int most) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            take(name, bytes, most, FOR_A_LIST);
            return bytes.toByteArray();
        }

        @Override
        public Path file(String name, Path otherwise, long most) {
            try {
                Files.deleteIfExists(otherwise);
                try (FileChannel channel = DurableFiles.openNew(otherwise)) {
                    take(name, Channels.newOutputStream(channel), most, FOR_A_FILE);
                }
                return otherwise;
            } catch (IOException e) {
                throw missing(name);
            }
        }

        @Override
        public String near(String name) {
            return "";
        }

        private void take(String name, OutputStream into, long most, Duration patience) {
            int status = transport.get().download(address.resolve(name), into, most, patience);
            if (status != 200) {
                throw missing(name);
            }
        }
    }
}
