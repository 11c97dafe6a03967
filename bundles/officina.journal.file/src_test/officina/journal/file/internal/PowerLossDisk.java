// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import officina.journal.file.internal.segment.Disk;

/**
 * A disk that can lose power. It remembers what was written since the last synchronisation of each file; after the loss,
 * any of those sectors may have reached the disk and any may not, in any order, and the same goes for the length of the
 * file, for a file in the making and for a change of names. Nothing is really synchronised, so that a loss costs little.
 */
final class PowerLossDisk implements Disk {

    private static final int SECTOR = 512;

    private final Random random;
    private final Map<Path, Written> files = new HashMap<>();
    /** Steps until the power goes. */
    private int left;

    private boolean lost;
    /** Half of what is written has room. */
    private boolean full;

    /** What is surely on the disk, and what may be. */
    private static final class Written {
        private byte[] durable;
        private final List<byte[]> states = new ArrayList<>();

        Written(byte[] durable) {
            this.durable = durable;
        }
    }

    PowerLossDisk(Random random, int steps) {
        this.random = random;
        left = steps;
    }

    synchronized void fill(boolean now) {
        full = now;
    }

    @Override
    public synchronized void create(Path file, byte[] content) throws IOException {
        if (step()) {
            // the name appears when the content is there; until then there may be something beside it
            int reached = random.nextInt(3);
            if (reached == 1) {
                Files.write(file.resolveSibling(file.getFileName() + ".new"), torn(new byte[0], content));
            } else if (reached == 2) {
                Files.write(file, content);
                files.put(file, new Written(content));
            }
            throw gone();
        }
        Files.write(file, content);
        files.put(file, new Written(content.clone()));
    }

    @Override
    public synchronized void replace(Path file, Path by) throws IOException {
        boolean ends = step();
        if (!ends || random.nextBoolean()) {
            Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Written written = files.remove(by);
            if (written != null) {
                files.put(file, written);
            }
        }
        if (ends) {
            throw gone();
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (step()) {
            throw gone();
        }
        Files.deleteIfExists(file);
        files.remove(file);
    }

    @Override
    public synchronized Output open(Path file) throws IOException {
        files.computeIfAbsent(file, PowerLossDisk::asItIs);
        Output real = Disk.ofThisMachine().open(file);
        return new Output() {
            @Override
            public long size() throws IOException {
                return real.size();
            }

            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                synchronized (PowerLossDisk.this) {
                    boolean ends = step();
                    byte[] content = new byte[full ? bytes.remaining() / 2 : bytes.remaining()];
                    bytes.get(content);
                    real.write(ByteBuffer.wrap(content), at);
                    changed(file);
                    if (ends) {
                        throw gone();
                    }
                    if (full) {
                        throw new IOException("No space left on device");
                    }
                }
            }

            @Override
            public void force() throws IOException {
                synchronized (PowerLossDisk.this) {
                    if (step()) {
                        throw gone();
                    }
                    Written written = files.get(file);
                    written.durable = Files.readAllBytes(file);
                    written.states.clear();
                }
            }

            @Override
            public void truncate(long size) throws IOException {
                synchronized (PowerLossDisk.this) {
                    boolean ends = step();
                    real.truncate(size);
                    changed(file);
                    if (ends) {
                        throw gone();
                    }
                }
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    private void changed(Path file) throws IOException {
        files.get(file).states.add(Files.readAllBytes(file));
    }

    private static Written asItIs(Path file) {
        try {
            return new Written(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean step() throws IOException {
        if (lost) {
            throw gone();
        }
        lost = left-- == 0;
        return lost;
    }

    private static IOException gone() {
        return new IOException("the power is gone");
    }

    /** Makes another folder as the disk may be when the power is back. */
    synchronized void restore(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(file.getFileName());
                Written written = files.get(file);
                String name = file.getFileName().toString();
                if (written != null) {
                    byte[] content = written.durable;
                    for (byte[] state : written.states) {
                        content = torn(content, state);
                    }
                    Files.write(target, content);
                } else if (!name.equals("lock") && (!name.endsWith(".summary") || random.nextInt(3) > 0)) {
                    // a summary may not have reached the disk
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Each sector of the new content may be there, or what was there before. */
    private byte[] torn(byte[] before, byte[] after) {
        int shorter = Math.min(before.length, after.length);
        int longer = Math.max(before.length, after.length);
        int length =
                switch (random.nextInt(4)) {
                    case 0 -> before.length;
                    case 1 -> shorter + random.nextInt(longer - shorter + 1);
                    default -> after.length;
                };
        byte[] result = Arrays.copyOf(before, length);
        boolean all = random.nextInt(4) == 0;
        for (int at = 0; at < Math.min(length, after.length); at += SECTOR) {
            int end = Math.min(Math.min(at + SECTOR, length), after.length);
            if (all || random.nextBoolean()) {
                System.arraycopy(after, at, result, at, end - at);
            }
        }
        return result;
    }
}
