// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pages of an H2 file in the state that its program left when it closed it
 * (https://h2database.com/html/mvstore.html#fileFormat). An older state is never taken for it. Whatever the file holds,
 * nothing is read outside of it, and a page is no longer than {@link #MOST_BYTES}.
 */
final class H2File {

    /** Longer is no page that could be brought in: a value of it would be longer than an event may be. */
    static final int MOST_BYTES = 64 << 20;

    private static final int BLOCK = 4096;
    private static final int CHUNK_HEADER = 1024;
    private static final int CHUNK_FOOTER = 128;
    private static final String CHUNK = "chunk.";
    private static final String ROOT = "root.";
    /** Stands for the number of the map of all maps, which is the first. */
    private static final String LIST = "meta.id";

    private static final int ENDLESS = 31;
    private static final long PLACE = (1L << 38) - 1;

    private final FileChannel file;
    private final Map<Integer, H2Chunk> chunks = new HashMap<>();
    private final TreeMap<String, String> layout = new TreeMap<>();
    private final Seen seen = new Seen();

    private H2File(FileChannel file) {
        this.file = file;
    }

    /** Reads where everything is. The file must be one whose {@link #header} says that it was closed. */
    static H2File open(FileChannel file, Map<String, String> header) throws IOException {
        H2File opened = new H2File(file);
        long block = H2Chunk.number(header, "block");
        H2Chunk newest = opened.chunkAt(block, H2Chunk.parse(opened.text(block), block));
        if (newest.id() != H2Chunk.number(header, "chunk") || newest.version() != H2Chunk.number(header, "version")) {
            throw new IOException("a newest chunk that is another one");
        }
        opened.find(newest);
        return opened;
    }

    /** What the file says of itself, twice. */
    static Map<String, String> header(FileChannel file) throws IOException {
        H2File raw = new H2File(file);
        Map<String, String> first = H2Chunk.checked(raw.read(0, BLOCK).array());
        if (!first.equals(H2Chunk.checked(raw.read(BLOCK, BLOCK).array()))) {
            throw new IOException("two headers that differ");
        }
        return first;
    }

    /** A page that was looked at; {@code rest} is what follows its links: keys and values. */
    record Page(int count, long[] children, long[] counts, ByteBuffer rest) {
        boolean isLeaf() {
            return children.length == 0;
        }
    }

    /** The pages that were come by: none is in two places. */
    static final class Seen {
        private final Map<Integer, BitSet> pages = new HashMap<>();

        private void add(H2Chunk chunk, int page) throws IOException {
            BitSet seen = pages.computeIfAbsent(chunk.id(), _ -> new BitSet());
            if (seen.get(page)) {
                throw new IOException("a page that is in two places");
            }
            seen.set(page);
        }
    }

    /** The places of the maps' first pages by their numbers; a map that is not in it is empty. */
    Map<Integer, Long> roots() throws IOException {
        Map<Integer, Long> roots = new TreeMap<>();
        for (Map.Entry<String, String> each : layout.entrySet()) {
            String name = each.getKey();
            if (name.equals(LIST)) {
                continue;
            }
            int number = Integer.parseUnsignedInt(name.substring(name.indexOf('.') + 1), 16);
            // a map whose name has become another one would seem to be empty
            if (name.equals(ROOT + Integer.toHexString(number))) {
                roots.put(number, Long.parseUnsignedLong(each.getValue(), 16));
            } else if (!name.equals(CHUNK + Integer.toHexString(number))) {
                throw new IOException("something else in the list of places");
            }
        }
        return roots;
    }

    /** What was come by while the places were looked for. */
    Seen seen() {
        return seen;
    }

    /** The map of where everything is may lie in chunks that only another part of it tells the place of. */
    private void find(H2Chunk newest) throws IOException {
        chunks.put(newest.id(), newest);
        Deque<Long> waiting = new ArrayDeque<>(List.of(newest.root()));
        int passedOver = 0;
        while (!waiting.isEmpty()) {
            long place = waiting.remove();
            if (!chunks.containsKey(chunkOf(place))) {
                waiting.add(place);
                if (++passedOver > waiting.size()) {
                    throw new IOException("a chunk that is nowhere");
                }
                continue;
            }
            passedOver = 0;
            Page page = page(0, place, seen);
            Arrays.stream(page.children()).forEach(waiting::add);
            if (page.isLeaf()) {
                for (Map.Entry<String, String> each : texts(page).entrySet()) {
                    layout.put(each.getKey(), each.getValue());
                    if (each.getKey().startsWith(CHUNK)) {
                        add(H2Chunk.parse(each.getValue(), 0));
                    }
                }
            }
        }
    }

    private void add(H2Chunk described) throws IOException {
        // what nobody needs any longer may be overwritten
        if (described.removed().cardinality() < described.pages() && !chunks.containsKey(described.id())) {
            chunks.put(described.id(), chunkAt(described.block(), described));
        }
    }

    /** The chunk itself says at both its ends what is said of it. */
    private H2Chunk chunkAt(long block, H2Chunk described) throws IOException {
        long end = (block + described.blocks()) * BLOCK;
        if (block < 2
                || described.blocks() < 1
                || described.blocks() > file.size() / BLOCK
                || block > file.size() / BLOCK - described.blocks()
                || described.pages() < 0
                || described.contents() <= 0
                || described.contents() + 8L * described.pages() > (long) described.blocks() * BLOCK) {
            throw new IOException("a chunk outside of the file");
        }
        Map<String, String> footer =
                H2Chunk.checked(read(end - CHUNK_FOOTER, CHUNK_FOOTER).array());
        if (!described.isSameAs(H2Chunk.parse(text(block), block))
                || H2Chunk.number(footer, "chunk") != described.id()
                || H2Chunk.number(footer, "version") != described.version()) {
            throw new IOException("a chunk that is another one");
        }
        return described;
    }

    private String text(long block) throws IOException {
        if (block < 2 || block > file.size() / BLOCK - 1) {
            throw new IOException("a chunk outside of the file");
        }
        String header = new String(read(block * BLOCK, CHUNK_HEADER).array(), StandardCharsets.ISO_8859_1);
        int end = header.indexOf('\n');
        if (end < 0) {
            throw new IOException("a chunk without a header");
        }
        return header.substring(0, end);
    }

    private static int chunkOf(long place) {
        return (int) (place >>> 38);
    }

    /** The page of that map at that place, after it was found to be what the list of its chunk says. */
    Page page(int map, long place, Seen seen) throws IOException {
        H2Chunk chunk = chunks.get(chunkOf(place));
        if (chunk == null) {
            throw new IOException("a page of a chunk that is gone");
        }
        int offset = (int) (place >>> 6);
        long room = (long) chunk.blocks() * BLOCK - CHUNK_FOOTER - offset;
        if (offset < 0 || room < 8) {
            throw new IOException("a page outside of its chunk");
        }
        long at = chunk.block() * BLOCK + offset;
        int length = read(at, 4).getInt();
        int code = (int) (place >>> 1 & ENDLESS);
        if (length < 8 || length > room || length > MOST_BYTES || code != ENDLESS && length > mostBytes(code)) {
            throw new IOException("a page that is too long");
        }
        ByteBuffer page = read(at, length);
        page.position(4);
        if (page.getShort() != (short) (folded(chunk.id()) ^ folded(offset) ^ folded(length))) {
            throw new IOException("a page that is another one");
        }
        int number = H2Values.length(page);
        int owner = H2Values.length(page);
        int count = H2Values.length(page);
        int kind = page.get();
        boolean leaf = (place & 1) == 0;
        if (owner != map
                || number < 0
                || number >= chunk.pages()
                || chunk.removed().get(number)
                || leaf != ((kind & 1) == 0)
                || read(chunk.block() * BLOCK + chunk.contents() + 8L * number, 8)
                                .getLong()
                        != ((long) map << 38 | place & PLACE)) {
            throw new IOException("a page that is not where it belongs");
        }
        seen.add(chunk, number);
        long[] children = new long[leaf ? 0 : links(page, count)];
        long[] counts = new long[children.length];
        for (int i = 0; i < children.length; i++) {
            children[i] = page.getLong();
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = H2Values.varlong(page);
        }
        return new Page(count, children, counts, H2Compression.expanded(kind, page.slice()));
    }

    private static int links(ByteBuffer page, int keys) throws IOException {
        if (keys < 0 || keys >= page.remaining() / 9) {
            throw new IOException("links outside of their page");
        }
        return keys + 1;
    }

    private static int mostBytes(int code) {
        return 2 + (code & 1) << (code >> 1) + 4;
    }

    private static int folded(int number) {
        return number >> 16 ^ number;
    }

    /** The keys of a leaf and what stands at them. */
    static Map<String, String> texts(Page leaf) throws IOException {
        ByteBuffer in = leaf.rest();
        String[] keys = new String[H2Values.atMost(leaf.count(), in)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = H2Values.text(in);
        }
        Map<String, String> texts = new TreeMap<>();
        for (String key : keys) {
            texts.put(key, H2Values.text(in));
        }
        if (in.hasRemaining() || texts.size() != keys.length) {
            throw new IOException("a page that holds something else");
        }
        return texts;
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file ends in a page");
            }
        }
        return bytes.flip();
    }
}
