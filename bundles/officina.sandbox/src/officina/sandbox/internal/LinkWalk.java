// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a path is looked up by, one name after the other, links followed as the system follows them. */
final class LinkWalk {

    private static final int MOST_LINKS = 40;

    private LinkWalk() {}

    /** Every name on the way, each in the real place of its folder; whoever may change one of them decides where it leads. */
    static List<Path> of(Path place) throws IOException {
        Path whole = place.toAbsolutePath();
        Path root = Path.of("/");
        Deque<Path> left = new ArrayDeque<>();
        whole.forEach(left::add);
        List<Path> passed = new ArrayList<>();
        Path at = root;
        int links = 0;
        for (Path name = left.poll(); name != null; name = left.poll()) {
            if (name.toString().equals("..")) {
                at = at.getNameCount() > 1 ? root.resolve(at.subpath(0, at.getNameCount() - 1)) : root;
                continue;
            }
            Path next = at.resolve(name).normalize();
            passed.add(next);
            if (!Files.isSymbolicLink(next)) {
                at = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                throw new FileSystemLoopException(place.toString());
            }
            Path target = Files.readSymbolicLink(next);
            if (target.isAbsolute()) {
                at = root;
            }
            List<Path> names = new ArrayList<>();
            target.forEach(names::add);
            names.reversed().forEach(left::addFirst);
        }
        return passed;
    }
}
