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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import officina.base.Closeables;
import officina.sandbox.SandboxFolders;

/**
 * What attempts are aimed at: files, folders and sockets of the very user that the program runs as, so that only the
 * sandbox keeps it from them, and nobody else comes to them. Gone when closed.
 */
public final class Grounds implements AutoCloseable {

    /** Makes a folder the property of the user that the program runs as, and answers with its number; 0 for this one. */
    public interface Owner {
        int of(Path folder) throws IOException;
    }

    private final Closeables owned = new Closeables();
    private final int user;
    private final Path root;
    private final Path sockets;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    /** Makes them; what was made is gone where that fails. */
    public Grounds(Owner owner) throws IOException {
        try {
            root = owned.own(new OwnFolder(Path.of(System.getProperty("java.io.tmpdir", "")), "officina-trial"))
                    .path();
            user = owner.of(root);
            sockets = owned.own(new OwnFolder(shortPlace(), "ofc")).path();
            give(sockets);
            for (Path each : List.of(outside(), unguarded(), readable(), writable(), root.resolve("work"), work())) {
                give(Files.createDirectory(each));
            }
            give(Files.writeString(secret(), "secret"));
            give(Files.writeString(given(), "given"));
            tcp = owned.own(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
            udp = owned.own(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            listen(socket());
            listen(otherSocket());
        } catch (IOException | RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    /** The name of a socket must fit into 108 bytes, and a folder for temporary files may lie deep. */
    private static Path shortPlace() {
        Path usual = Path.of("/tmp");
        return Files.isWritable(usual) ? usual : Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    private void give(Path file) throws IOException {
        if (user != 0) {
            Files.setAttribute(file, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void listen(Path file) throws IOException {
        ServerSocketChannel channel = owned.own(ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        channel.bind(UnixDomainSocketAddress.of(file));
        give(file);
    }

    public Path outside() {
        return root.resolve("outside");
    }

    public Path secret() {
        return outside().resolve("secret");
    }

    /** A folder outside that the program's user may write to. */
    public Path unguarded() {
        return outside().resolve("unguarded");
    }

    /** A file outside that the program's user may do anything with. */
    public Path victim(String name) throws IOException {
        Path file = Files.writeString(unguarded().resolve(name), "whole");
        give(file);
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
        return root.resolve("work").resolve("one");
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
        return new SandboxFolders(work(), List.of(readable()), List.of(writable()), List.of());
    }

    @Override
    public void close() {
        owned.close();
    }
}
