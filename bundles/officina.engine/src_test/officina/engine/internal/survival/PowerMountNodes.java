// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the kernel knows the files of a {@link PowerMount}. A file keeps its number when it is renamed,
 * linked or deleted while somebody has it open; a number is not used twice. For one thread.
 */
final class PowerMountNodes {

    /** The kernel's number for the folder that is mounted. */
    static final long TOP = 1;

    private final Map<Long, Node> byNumber = new HashMap<>();
    private final Map<Path, Node> byPath = new TreeMap<>();
    private long last = TOP;

    /** A file or folder, with one of its names; {@code null} when it has none any more. */
    static final class Node {
        private final long number;
        private @Nullable Path path;

        private Node(long number, Path path) {
            this.number = number;
            this.path = path;
        }

        long number() {
            return number;
        }

        @Nullable
        Path path() {
            return path;
        }
    }

    PowerMountNodes(Path top) {
        Node node = new Node(TOP, top);
        byNumber.put(TOP, node);
        byPath.put(top, node);
    }

    Node node(long number) {
        Node node = byNumber.get(number);
        if (node == null) {
            throw new NoSuchElementException("the kernel asks for a file that it was never told of: " + number);
        }
        return node;
    }

    /** The one with that name, which is there. */
    Node at(Path path) {
        return byPath.computeIfAbsent(path, _ -> {
            Node node = new Node(++last, path);
            byNumber.put(last, node);
            return node;
        });
    }

    void linked(Node node, Path path) {
        byPath.put(path, node);
    }

    void deleted(Path path) {
        Node node = byPath.remove(path);
        if (node != null && path.equals(node.path)) {
            node.path = byPath.entrySet().stream()
                    .filter(each -> each.getValue() == node)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Moves it and all below it. */
    void moved(Path from, Path to) {
        deleted(to);
        List<Path> all =
                byPath.keySet().stream().filter(each -> each.startsWith(from)).toList();
        for (Path each : all) {
            Path now = each.equals(from) ? to : to.resolve(from.relativize(each));
            Node node = byPath.remove(each);
            byPath.put(now, node);
            node.path = now;
        }
    }
}
