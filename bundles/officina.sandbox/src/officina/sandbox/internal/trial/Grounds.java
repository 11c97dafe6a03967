// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.trial;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import officina.base.Closeables;
import officina.sandbox.SandboxFolders;

/**
 * What attempts are aimed at: files, folders and sockets that every user of this machine may reach, so that only the
 * sandbox keeps anybody from them. Gone when closed.
 */
public final class Grounds implements AutoCloseable {

    private final Closeables owned = new Closeables();
    private final Path root;
    private final Path sockets;
    private final Path work;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    public Grounds() throws IOException {
        root = Files.createTempDirectory("officina-trial");
        owned.own(() -> delete(root));
        enter(root);
        sockets = Files.createTempDirectory(shortPlace(), "ofc");
        owned.own(() -> delete(sockets));
        enter(sockets);
        enter(Files.createDirectory(outside()));
        Files.writeString(secret(), "secret");
        enter(secret());
        open(Files.createDirectory(unguarded()));
        open(Files.createDirectory(readable()));
        Files.writeString(given(), "given");
        enter(given());
        open(Files.createDirectory(writable()));
        Path works = Files.createDirectory(root.resolve("work"));
        enter(works);
        // as narrow as they are in use
        work = Files.createDirectory(
                works.resolve("one"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        tcp = owned.own(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        udp = owned.own(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        listen(socket());
        listen(otherSocket());
    }

    /** The name of a socket must fit into 108 bytes, and a folder for temporary files may lie deep. */
    private static Path shortPlace() {
        Path usual = Path.of("/tmp");
        return Files.isWritable(usual) ? usual : Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    /** Lets everybody in, whatever the program's umask; only this user changes it, so that nobody else makes an attempt fail. */
    private static void enter(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void open(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private void listen(Path file) throws IOException {
        ServerSocketChannel channel = owned.own(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        channel.bind(UnixDomainSocketAddress.of(file));
        open(file);
    }

    public Path outside() {
        return root.resolve("outside");
    }

    public Path secret() {
        return outside().resolve("secret");
    }

    /** A folder outside that anybody may write to. */
    public Path unguarded() {
        return outside().resolve("unguarded");
    }

    /** A file outside that anybody may do anything with. */
    public Path victim(String name) throws IOException {
        Path file = Files.writeString(unguarded().resolve(name), "whole");
        open(file);
        return file;
    }

    public Path readable() {
        return root.resolve("readable");
    }

    /** A file in the folder that may be read. */
    public Path given() {
        return readable().resolve("given");
    }

    public Path writable() {
        return root.resolve("writable");
    }

    /** The folder of the program's own. */
    public Path work() {
        return work;
    }

    public Path socket() {
        return sockets.resolve("given");
    }

    public Path otherSocket() {
        return sockets.resolve("other");
    }

    public int tcp() {
        return tcp.getLocalPort();
    }

    public int udp() {
        return udp.getLocalPort();
    }

    public SandboxFolders folders() {
        return new SandboxFolders(work, List.of(readable()), List.of(writable()), List.of());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
