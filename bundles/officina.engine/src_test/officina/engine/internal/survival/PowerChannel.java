// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A channel to a file, or to a folder, of a {@link PowerDisk}. */
final class PowerChannel extends FileChannel {

    private final PowerDisk disk;
    private final FileChannel real;
    private final PowerDisk.@Nullable FileNode node;
    private final Path file;

    /** @param node {@code null} for a folder, which can only be synchronised */
    PowerChannel(PowerDisk disk, FileChannel real, PowerDisk.@Nullable FileNode node, Path file) {
        this.disk = disk;
        this.real = real;
        this.node = node;
        this.file = file;
    }

    private PowerDisk.FileNode node() throws IOException {
        PowerDisk.FileNode there = node;
        if (there == null) {
            throw new IOException("a folder: " + file);
        }
        return there;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        disk.check();
        return real.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        disk.check();
        return real.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        disk.check();
        return real.read(into, at);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        long at = real.position();
        int written = write(from, at);
        real.position(at + written);
        return written;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long written = 0;
        for (int i = offset; i < offset + length; i++) {
            written += write(from[i]);
        }
        return written;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        byte[] content = new byte[from.remaining()];
        from.get(content);
        if (content.length > 0) {
            disk.dawdle();
            disk.write(node(), real, at, content);
        }
        return content.length;
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        disk.check();
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        disk.truncate(node(), real, size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.dawdle();
        PowerDisk.FileNode there = node;
        if (there == null) {
            disk.forceFolder(file);
        } else {
            disk.force(there);
        }
        // its result may come late, too
        disk.dawdle();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        int read = read(part, position);
        return read < 0 ? 0 : target.write(part.flip());
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("nobody does");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("nobody does");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        disk.check();
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
