// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small disk of memory, mounted on a folder where only processes of {@link #inside} and this object see it. Needs root;
 * without it the test is skipped and says so.
 */
final class OwnDisk implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final Path mountPoint;
    private final Process holder;

    OwnDisk(Path mountPoint, String size) throws IOException {
        this.mountPoint = Files.createDirectories(mountPoint);
        holder = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--propagation",
                        "private",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o mode=700,size=" + size + " tmpfs \"$1\" && echo mounted && exec cat",
                        "sh",
                        mountPoint.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(
                "mounted".equals(holder.inputReader(StandardCharsets.UTF_8).readLine()),
                "needs the right to mount a disk in a name space of its own (root)");
    }

    /** Begins a command that sees the disk. */
    List<String> inside() {
        return List.of("nsenter", "--mount", "--target", Long.toString(holder.pid()));
    }

    /** Takes all room but so many bytes. */
    void fill(long left) throws IOException {
        Path filler = seen().resolve("filler");
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(seen()).getUsableSpace() > left) {
                out.write(piece);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(seen().resolve("filler"));
    }

    /** {@code ro} or {@code rw}. */
    void remount(String how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(inside());
        command.addAll(List.of("mount", "-o", "remount," + how, mountPoint.toString()));
        Process process = new ProcessBuilder(command).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), "remount " + how);
    }

    /** The disk as this process can reach it, which is in another name space. */
    private Path seen() {
        return Path.of("/proc/" + holder.pid() + "/root" + mountPoint);
    }

    /** The disk is gone with the last process that sees it. */
    @Override
    public void close() throws InterruptedException {
        holder.destroyForcibly().waitFor();
    }
}
