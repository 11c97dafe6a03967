// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import officina.base.NativeLibrary;

/**
 * Mounts a {@link PowerDisk} as a file system of this machine: any program's system calls go through the kernel and its
 * page cache to it. Answers the kernel's requests (FUSE, version 7.31) one after the other, in the thread that calls
 * {@link #serve}; the other methods are for any thread. Once the power is gone nothing is answered any more: who waits,
 * waits until {@link #end}.
 */
final class PowerMount {

    private static final String DEVICE = "/dev/fuse";

    private static final long NO_PROGRAMS_OF_OTHERS_AND_NO_DEVICES = 2 | 4;

    private final PowerDisk disk;
    private final FileChannel kernel;
    private final PowerMountRequests requests;
    private final ByteBuffer request = buffer();
    private final ByteBuffer answer = buffer();

    private PowerMount(PowerDisk disk, FileChannel kernel, PowerMountRequests requests) {
        this.disk = disk;
        this.kernel = kernel;
        this.requests = requests;
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(PowerMountRequests.ROOM).order(ByteOrder.nativeOrder());
    }

    /**
     * Mounts it, in the mount namespace of this process.
     *
     * @param disk on which the folder {@code top} lies
     * @param keepsWrites whether the kernel keeps what is written until it likes to write it or has to, else the disk
     *     hears of each write as it is made
     */
    static PowerMount mount(PowerDisk disk, Path top, Path where, boolean keepsWrites) throws IOException {
        FileChannel kernel = FileChannel.open(Path.of(DEVICE), StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (Arena arena = Arena.ofConfined()) {
            int refused = new NativeLibrary("libc.so.6")
                    .number(
                            "mount",
                            arena.allocateFrom("power"),
                            arena.allocateFrom(where.toString()),
                            arena.allocateFrom("fuse"),
                            NO_PROGRAMS_OF_OTHERS_AND_NO_DEVICES,
                            arena.allocateFrom("fd=" + descriptor() + ",rootmode=40000,user_id=0,group_id=0"));
            if (refused != 0) {
                throw new IOException("the system refused to mount a file system of this process at " + where);
            }
            return new PowerMount(disk, kernel, new PowerMountRequests(disk, top.toRealPath(), keepsWrites));
        } catch (IOException | RuntimeException e) {
            kernel.close();
            throw e;
        }
    }

    /** The number of the only open file of this process that is the kernel's device. */
    private static String descriptor() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            for (Path each : all.toList()) {
                if (Files.isSymbolicLink(each)
                        && Files.readSymbolicLink(each).toString().equals(DEVICE)) {
                    return each.getFileName().toString();
                }
            }
        }
        throw new IOException(DEVICE + " is not among the open files of this process");
    }

    /** From now on the disk only says that it has synchronised. */
    void lie() {
        requests.lie();
    }

    /** Ends {@link #serve}, after the request that is being served; programs that wait for an answer get an error. */
    void end() throws IOException {
        synchronized (answer) {
            kernel.close();
        }
    }

    /** Answers until the power goes or {@link #end} is called. Throws what only a fault of this can bring. */
    void serve() throws IOException {
        while (true) {
            request.clear();
            try {
                kernel.read(request);
            } catch (ClosedChannelException e) {
                return;
            }
            request.flip();
            synchronized (answer) {
                if (!kernel.isOpen()) {
                    return;
                }
                try {
                    if (requests.serve(request, answer)) {
                        kernel.write(answer);
                    }
                } catch (IOException e) {
                    if (disk.isLost()) {
                        return;
                    }
                    throw e;
                }
            }
        }
    }
}
