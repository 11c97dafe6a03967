// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blocks in the clear, those that were used last. What is encrypted cannot be mapped into memory. Any thread. */
final class PageCache {

    /** What part of the heap it may become. */
    private static final int PART = 10;

    private static final long LEAST = 16L << 20;
    private static final long MOST = 256L << 20;

    private final int most;
    private final Map<Place, byte[]> pages;
    private long files;

    /** A block of an open file; files that are opened again have another number. */
    private record Place(long file, long block) {}

    PageCache(long heap) {
        most = (int) (Math.clamp(heap / PART, LEAST, MOST) / Blocks.SIZE);
        pages = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<Place, byte[]> eldest) {
                return size() > most;
            }
        };
    }

    /** Reads a block that is not here. */
    interface Reader {
        byte[] read(long block) throws IOException;
    }

    /** A number for a file that is opened. */
    synchronized long nextFile() {
        return files++;
    }

    /** The block, which nobody changes. Two who miss it at once read it both. */
    byte[] page(long file, long block, Reader reader) throws IOException {
        Place place = new Place(file, block);
        byte[] known;
        synchronized (this) {
            known = pages.get(place);
        }
        if (known != null) {
            return known;
        }
        byte[] read = reader.read(block);
        synchronized (this) {
            pages.put(place, read);
        }
        return read;
    }

    synchronized void forget(long file, long blocks) {
        if (blocks < pages.size()) {
            for (long block = 0; block < blocks; block++) {
                pages.remove(new Place(file, block));
            }
        } else {
            pages.keySet().removeIf(place -> place.file() == file);
        }
    }

    synchronized void clear() {
        pages.clear();
    }
}
