// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import officina.api.document.FileStamp;
import officina.api.document.FolderState;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexCollection;

/**
 * What the collection has of files. The id of a document is the whole path of its file; what has another id is somebody
 * else's and is left alone.
 */
final class Known {

    static final IndexCollection FILES = IndexCollection.FILES;

    /** The only kinds that are looked at, as lines of a {@code .gitignore}. */
    private static final List<String> KINDS =
            List.of("*", "!*/", "!*.[tT][xX][tT]", "!*.[mM][dD]", "!*.[pP][dD][fF]", "!*.[dD][oO][cC][xX]");

    /** So many ids go over the wire together. */
    private static final int TOGETHER = 1_000;

    private final IndexAccess index;
    private final Map<Path, Optional<FileNote>> notes = new TreeMap<>();

    private Known(IndexAccess index) {
        this.index = index;
    }

    static Known of(IndexAccess index) {
        Known known = new Known(index);
        String last = "";
        Map<String, String> part;
        do {
            part = index.fingerprints(FILES, last, IndexAccess.MOST_FINGERPRINTS);
            for (Map.Entry<String, String> each : part.entrySet()) {
                known.take(each.getKey(), each.getValue());
                last = each.getKey().compareTo(last) > 0 ? each.getKey() : last;
            }
        } while (part.size() == IndexAccess.MOST_FINGERPRINTS);
        return known;
    }

    private void take(String id, String fingerprint) {
        try {
            Path file = Path.of(id);
            if (file.isAbsolute()) {
                notes.put(file, FileNote.parse(fingerprint));
            }
        } catch (InvalidPathException e) {
            // somebody else's
        }
    }

    /** All of them. */
    Collection<Path> files() {
        return notes.keySet();
    }

    boolean has(Path file) {
        return notes.containsKey(file);
    }

    /** Nothing for one that is to be given once more. */
    Optional<FileNote> note(Path file) {
        return notes.getOrDefault(file, Optional.empty());
    }

    /** Those in a folder, of which it is known by what they are known again. */
    FolderState in(Path folder) {
        Map<String, FileStamp> stamps = new HashMap<>();
        notes.forEach((file, note) -> {
            if (file.startsWith(folder)) {
                note.ifPresent(each -> stamps.put(relative(folder, file), each.stamp()));
            }
        });
        return new FolderState(folder, stamps, KINDS);
    }

    private static String relative(Path folder, Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** That is what the collection has of it now; nothing where it was taken out. */
    void note(Path file, FileNote note) {
        notes.put(file, Optional.of(note));
    }

    /** Takes these out of the collection. */
    void remove(Collection<Path> files) {
        List<String> ids = files.stream().map(Path::toString).toList();
        for (int i = 0; i < ids.size(); i += TOGETHER) {
            index.remove(FILES, ids.subList(i, Math.min(ids.size(), i + TOGETHER)));
        }
        files.forEach(notes::remove);
    }

    /** How many there are in that state. */
    long count(FileNote.State state) {
        return notes.values().stream()
                .filter(each -> each.map(FileNote::state).filter(state::equals).isPresent())
                .count();
    }
}
