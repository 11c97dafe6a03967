// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Ways out, each with one argument. One that comes back did what it should not have been able to do. */
public enum Attempt {
    /** Reads a file. */
    READ((file, means) -> "read " + Files.readAllBytes(Path.of(file)).length + " bytes"),
    /** Reads a file from the root that the system says it has. */
    READ_FROM_ROOT((file, means) -> Files.readString(Path.of("/proc/self/root" + file))),
    /** Lists a folder. */
    LIST((folder, means) -> {
        try (var files = Files.list(Path.of(folder))) {
            return files.count() + " files";
        }
    }),
    /** Makes or changes a file. */
    WRITE((file, means) -> {
        Files.writeString(Path.of(file), "changed");
        return "written";
    }),
    /** Empties a file without opening it. */
    CUT_SHORT((file, means) -> {
        means.must("truncate", means.text(file), 0);
        return "emptied";
    }),
    /** Takes a file away. */
    DELETE((file, means) -> {
        Files.delete(Path.of(file));
        return "deleted";
    }),
    /** Moves a file into its own folder. */
    MOVE((file, means) -> {
        Files.move(Path.of(file), Path.of("moved"));
        return "moved";
    }),
    /** Reads a file by a second name for it in its own folder. */
    READ_BY_HARD_LINK((file, means) -> {
        Files.createLink(Path.of("hard-link"), Path.of(file));
        return Files.readString(Path.of("hard-link"));
    }),
    /** Reads a file by a link in its own folder. */
    READ_BY_LINK((file, means) -> {
        Path link = Files.createSymbolicLink(Path.of("link"), Path.of(file));
        try {
            return Files.readString(link);
        } finally {
            Files.delete(link);
        }
    }),
    /** Makes a file that runs as its owner, whoever starts it. */
    RUN_AS_OWNER((file, means) -> {
        Path made = Files.writeString(Path.of(file), "none");
        means.must("fchmodat", -100, means.text(made.toString()), 0x9ED); // 4755
        return "made";
    }),
    /** Changes the mode of a file by its path. */
    CHMOD((file, means) -> "answer " + means.must("fchmodat", -100, means.text(file), 0x1C0)),
    /** Changes the mode of a file that it opened to read. */
    CHMOD_OPEN((file, means) -> "answer " + means.opened(file, open -> means.must("fchmod", open, 0x1FF))),
    /** Gives a file to its own group. */
    CHOWN((file, means) -> "answer " + means.must("fchownat", -100, means.text(file), -1, means.must("getegid"))),
    /** Puts an attribute on a file. */
    XATTR((file, means) ->
            "answer " + means.must("setxattr", means.text(file), means.text("user.officina"), means.text("one"), 3)),
    /** Lists the attributes of a file. */
    LIST_XATTR((file, means) -> "answer " + means.must("listxattr", means.text(file), 0, 0)),
    /** Changes the times of a file by its path. */
    TIMES((file, means) -> "answer " + means.must("utimensat", -100, means.text(file), 0)),
    /** Changes the times of a file that it opened to read. */
    TIMES_OPEN((file, means) -> "answer " + means.opened(file, open -> means.must("utimensat", open, 0, 0))),
    /** Is told of what others do with a file. */
    WATCH((file, means) -> {
        long watcher = means.must("inotify_init1", 0);
        means.must("inotify_add_watch", watcher, means.text(file), 0x20);
        means.must("close", watcher);
        return "watched";
    }),
    /** Sees a variable of the environment. */
    VARIABLE((name, means) -> {
        if (System.getenv(name) == null) {
            throw new HeldException("not there");
        }
        return "seen";
    }),
    /** Sees another process. */
    SEE((process, means) -> Files.readString(Path.of("/proc", process, "cmdline"))),
    /** Signals another process: nothing, which needs the same right as anything. */
    SIGNAL((process, means) -> "answer " + means.must("kill", Long.parseLong(process), 0)),
    /** Signals a thread of another process. */
    SIGNAL_THREAD(
            (process, means) -> "answer " + means.must("tgkill", Long.parseLong(process), Long.parseLong(process), 0)),
    /** Looks into the limits of another process. */
    LIMITS_OF((process, means) -> "answer " + means.must("prlimit64", Long.parseLong(process), 7, 0, 0)),
    /** Starts a program. */
    RUN((program, means) -> {
        Process started = new ProcessBuilder(program).start();
        if (!started.waitFor(20, TimeUnit.SECONDS)) {
            throw new IOException("it does not end");
        }
        return "ended with " + started.exitValue();
    }),
    /** Has so many programs running at once: {@code 100:/usr/bin/sleep}, which is told a number of seconds. */
    SPAWN((words, means) -> {
        String[] parts = words.split(":", 2);
        List<Process> running = new ArrayList<>();
        try {
            for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
                running.add(new ProcessBuilder(parts[1], "60")
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            return "running";
        } finally {
            running.forEach(Process::destroyForcibly);
        }
    }),
    /** Becomes a program that it wrote itself. */
    BECOME((file, means) -> {
        Path made = Path.of(file);
        try (SeekableByteChannel channel = Files.newByteChannel(
                made,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")))) {
            channel.write(ByteBuffer.allocate(1));
        }
        return means.become(made.toAbsolutePath().toString());
    }),
    /** Connects to a port of this machine. */
    TCP((port, means) -> {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return socket.toString();
        }
    }),
    /** Sends to a port of this machine. */
    UDP((port, means) -> {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] bytes = {1};
            socket.send(new DatagramPacket(bytes, 1, InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
            return "sent";
        }
    }),
    /** Connects to a socket that is a file. */
    UNIX((file, means) -> {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return channel.toString();
        }
    }),
    /** Connects to a socket that has a name but no file. */
    ABSTRACT((name, means) -> means.connectAbstract(name)),
    /** Makes a socket of a family and a kind: {@code 40:1}. */
    SOCKET((kind, means) -> {
        String[] parts = kind.split(":", -1);
        long socket = means.must("socket", Long.parseLong(parts[0]), Long.parseLong(parts[1]), 0);
        means.must("close", socket);
        return "made";
    }),
    /** Makes a call of the kernel with arguments that mean nothing: {@code unshare:-1}. */
    CALL((words, means) -> means.call(words)),
    /** Takes so many bytes of memory outside the heap. */
    MEMORY((bytes, means) -> means.takeMemory(Long.parseLong(bytes))),
    /** Has so many files open. */
    FILES((count, means) -> {
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < Integer.parseInt(count); i++) {
                open.add(Files.newInputStream(Path.of("/dev/null")));
            }
            return "opened";
        } finally {
            for (InputStream each : open) {
                each.close();
            }
        }
    }),
    /** Makes a file longer than so many bytes, in its own folder. */
    LENGTH((bytes, means) -> {
        Path file = Path.of("long");
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(Long.parseLong(bytes)).write(ByteBuffer.allocate(1));
            return "written";
        } finally {
            Files.delete(file);
        }
    }),
    /** Fills a folder with so many bytes: {@code 1000000:/tmp}. */
    ROOM((words, means) -> {
        String[] parts = words.split(":", 2);
        long bytes = Long.parseLong(parts[0]);
        List<Path> made = new ArrayList<>();
        byte[] block = new byte[1 << 18];
        try {
            for (long all = 0; all < bytes; all += block.length) {
                Path file = Files.createTempFile(Path.of(parts[1]), "room", null);
                made.add(file);
                Files.write(file, block);
            }
            return "written";
        } finally {
            for (Path each : made) {
                Files.delete(each);
            }
        }
    }),
    /** Starts so many threads. */
    TASKS((count, means) -> Tasks.start(Integer.parseInt(count))),
    /** Uses the processor for so many seconds. */
    PROCESSOR((seconds, means) -> {
        long end = Long.parseLong(seconds) * 1_000_000_000L;
        while (Tasks.processorTime() < end) {
            Thread.onSpinWait();
        }
        return "used";
    });

    /** Comes back with words on what was done, or throws what held it. */
    private interface Way {
        String take(String argument, Means means) throws Exception;
    }

    private final Way way;

    Attempt(Way way) {
        this.way = way;
    }

    String make(String argument, Means means) throws Exception {
        return way.take(argument, means);
    }
}
