// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The maps of an H2 file by their names: each table is one, what is long in its rows and what is open are others. */
final class H2Maps {

    private static final int META = 1;
    private static final String NAME = "name.";
    private static final String MAP = "map.";
    private static final int MOST_DEPTH = 40;

    /** Keys and values of a leaf. */
    interface Leaf {
        void read(ByteBuffer page, int count) throws IOException;
    }

    private final H2File file;
    private final Map<Integer, Long> roots;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<Integer, Long> sizes = new TreeMap<>();

    /** Looks at every page of every map. */
    H2Maps(H2File file) throws IOException {
        this.file = file;
        roots = file.roots();
        Map<String, String> list = new TreeMap<>();
        walk(META, roots.getOrDefault(META, 0L), page -> list.putAll(H2File.texts(page)), new H2File.Seen(), 0);
        name(list);
        for (Map.Entry<Integer, Long> root : roots.entrySet()) {
            sizes.put(root.getKey(), walk(root.getKey(), root.getValue(), _ -> {}, file.seen(), 0));
        }
    }

    private interface Pages {
        void leaf(H2File.Page page) throws IOException;
    }

    /** Each map is in the list twice: under its number and under its name. */
    private void name(Map<String, String> list) throws IOException {
        Map<String, Integer> byNumber = new TreeMap<>();
        for (Map.Entry<String, String> each : list.entrySet()) {
            String key = each.getKey();
            if (key.startsWith(NAME)) {
                numbers.put(key.substring(NAME.length()), Integer.parseUnsignedInt(each.getValue(), 16));
            } else if (key.startsWith(MAP)) {
                String name = H2Chunk.fields(each.getValue()).getOrDefault("name", "");
                byNumber.put(name, Integer.parseUnsignedInt(key.substring(MAP.length()), 16));
            }
        }
        if (!numbers.equals(byNumber)) {
            throw new IOException("maps whose names differ");
        }
    }

    Set<String> names() {
        return numbers.keySet();
    }

    /** How much is in it; nothing in a map that is not there. */
    long size(String name) {
        return sizes.getOrDefault(numbers.getOrDefault(name, -1), 0L);
    }

    /** Every leaf, in the order of the keys. */
    void each(String name, Leaf leaf) throws IOException {
        int number = numbers.getOrDefault(name, -1);
        walk(
                number,
                roots.getOrDefault(number, 0L),
                page -> leaf.read(page.rest(), page.count()),
                new H2File.Seen(),
                0);
    }

    /** Gives how many entries there are. */
    private long walk(int map, long place, Pages pages, H2File.Seen seen, int depth) throws IOException {
        if (place == 0) {
            return 0;
        }
        if (depth > MOST_DEPTH) {
            throw new IOException("pages that refer to each other");
        }
        H2File.Page page = file.page(map, place, seen);
        if (page.isLeaf()) {
            pages.leaf(page);
            return page.count();
        }
        long all = 0;
        for (int i = 0; i < page.children().length; i++) {
            long part = walk(map, page.children()[i], pages, seen, depth + 1);
            if (part != page.counts()[i]) {
                throw new IOException("entries that were not counted");
            }
            all += part;
        }
        return all;
    }

    /** What stands at a number, from its first byte on; {@code null} where nothing does. The value ends itself. */
    @Nullable
    ByteBuffer find(String name, long key, Value value, H2Budget budget) throws IOException {
        int map = numbers.getOrDefault(name, -1);
        long place = roots.getOrDefault(map, 0L);
        H2File.Seen seen = new H2File.Seen();
        while (place != 0) {
            H2File.Page page = file.page(map, place, seen);
            ByteBuffer in = page.rest();
            budget.read(in.limit() + 16L * page.children().length);
            int before = 0;
            boolean found = false;
            int count = H2Values.atMost(page.count(), in);
            for (int i = 0; i < count; i++) {
                long each = H2Values.varlong(in);
                found |= each == key;
                before += each <= key ? 1 : 0;
            }
            if (page.isLeaf()) {
                for (int i = 1; found && i < before; i++) {
                    value.skip(in);
                }
                return found ? in : null;
            }
            place = page.children()[before];
        }
        return null;
    }

    /** Passes over a value. */
    interface Value {
        void skip(ByteBuffer in) throws IOException;
    }
}
