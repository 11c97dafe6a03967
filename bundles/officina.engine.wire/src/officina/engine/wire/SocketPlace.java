// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the socket of a data folder is: inside, or, where the path would be longer than the system allows, in a private
 * folder of the user's runtime directory, to which a file in the data folder points.
 */
public final class SocketPlace {

    private static final String SOCKET = "engine.sock";
    private static final String POINTER = "engine.sock.place";

    /** The system's limit is 108 bytes with the end mark on Linux, 104 on others. */
    private static final int MAX_PATH = 103;

    private static final int NAME_BYTES = 8;
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private SocketPlace() {}

    /**
     * Makes room for a socket of that data folder: what an earlier engine left is removed. Only for the holder of the
     * folder's lock.
     */
    public static Path prepare(Path data, Map<String, String> environment) throws IOException {
        Path real = data.toRealPath();
        clear(data);
        Path inside = real.resolve(SOCKET);
        if (fits(inside)) {
            return inside;
        }
        Path outside = outside(name(real), environment);
        Files.deleteIfExists(outside);
        Path pointer = Files.writeString(real.resolve(POINTER + ".new"), outside.toString());
        Files.move(pointer, real.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        return outside;
    }

    /** Where a client looks; empty where no engine listens or has left its socket. */
    public static Optional<Path> find(Path data) throws IOException {
        Path real;
        try {
            real = data.toRealPath();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (Files.exists(real.resolve(SOCKET), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(real.resolve(SOCKET));
        }
        try (InputStream in = Files.newInputStream(real.resolve(POINTER))) {
            // no more than a path: whoever wrote more wrote something else
            byte[] written = in.readNBytes(MAX_PATH + 2);
            String path = new String(written, StandardCharsets.UTF_8).strip();
            return path.isEmpty() || written.length > MAX_PATH + 1 ? Optional.empty() : Optional.of(Path.of(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Removes the socket. Only for the holder of the folder's lock. */
    public static void clear(Path data) throws IOException {
        Optional<Path> socket = find(data);
        if (socket.isPresent()) {
            Files.deleteIfExists(socket.get());
        }
        Files.deleteIfExists(data.resolve(POINTER));
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH;
    }

    /** In the first folder that is short enough. */
    private static Path outside(String name, Map<String, String> environment) throws IOException {
        String user = "officina-" + System.getProperty("user.name");
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        List<Path> folders = new ArrayList<>();
        if (!runtime.isEmpty()) {
            folders.add(Path.of(runtime, "officina"));
        }
        folders.add(Path.of(System.getProperty("java.io.tmpdir"), user));
        folders.add(Path.of("/tmp", user));
        for (Path folder : folders) {
            if (fits(folder.resolve(name))) {
                requirePrivate(folder);
                return folder.resolve(name);
            }
        }
        throw new IOException("the path of the socket would be too long everywhere");
    }

    /** Makes it where it is not there; nobody else may have made it or may enter it. */
    private static void requirePrivate(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        Path mine = Files.createTempFile(folder, "probe", "");
        try {
            boolean isPrivate = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(PRIVATE)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine));
            if (!isPrivate) {
                throw new IOException("the folder for sockets outside the data folder is not private to this user");
            }
        } finally {
            Files.delete(mine);
        }
    }

    private static String name(Path real) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(real.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".sock";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
