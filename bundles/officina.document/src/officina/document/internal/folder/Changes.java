// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import officina.api.document.FileStamp;
import officina.api.document.FolderChange;
import officina.api.document.FolderState;

/** What became of the files that were known, from what was found. */
final class Changes {

    private Changes() {}

    /**
     * @param seen everything that is there
     * @param fresh what is there and is new or looks changed
     * @param unseen files and folders that could not be looked at; {@code ""} is the whole
     */
    static List<FolderChange> between(
            FolderState known, Set<String> seen, SortedMap<String, FileStamp> fresh, List<String> unseen) {
        TreeMap<String, FileStamp> lost = new TreeMap<>(known.files());
        lost.keySet().removeAll(seen);
        lost.keySet().removeIf(path -> unseen.stream().anyMatch(folder -> lies(path, folder)));
        Map<String, Deque<String>> byHash = new HashMap<>();
        lost.forEach((path, stamp) ->
                byHash.computeIfAbsent(stamp.hash(), hash -> new ArrayDeque<>()).add(path));
        List<FolderChange> moved = new ArrayList<>();
        List<FolderChange> others = new ArrayList<>();
        fresh.forEach((path, stamp) -> {
            FileStamp before = known.files().get(path);
            Deque<String> from = byHash.getOrDefault(stamp.hash(), new ArrayDeque<>());
            if (before == null && !from.isEmpty()) {
                String old = from.removeFirst();
                lost.remove(old);
                moved.add(new FolderChange.Moved(old, path, stamp));
            } else if (before == null) {
                others.add(new FolderChange.Added(path, stamp));
            } else if (before.hash().equals(stamp.hash())) {
                others.add(new FolderChange.Touched(path, stamp));
            } else {
                others.add(new FolderChange.Changed(path, stamp));
            }
        });
        List<FolderChange> changes = new ArrayList<>();
        lost.keySet().forEach(path -> changes.add(new FolderChange.Removed(path)));
        changes.addAll(moved);
        changes.addAll(others);
        return changes;
    }

    private static boolean lies(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
