// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.agent.files.internal.Finding.Kind;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.FolderChange;
import officina.api.document.FolderReport;
import officina.api.error.FailureException;
import officina.api.host.DocumentAccess;

/** What is new in all approved folders together. */
final class Look {

    /** They are compared by meaning as soon as that is possible; until then a few at a time are tried. */
    private static final int MOST_AGAIN = 200;

    private final Known known;
    private final Trouble trouble;
    private final List<Finding> found = new ArrayList<>();
    private final Set<Path> gone = new LinkedHashSet<>();
    private int documents;
    private int again;

    Look(Known known, Trouble trouble) {
        this.known = known;
        this.trouble = trouble;
    }

    /** Those to read, moved ones first. */
    List<Finding> found() {
        return found.stream().sorted(Comparator.comparing(Finding::kind)).toList();
    }

    /** What is known and is no more there. */
    Collection<Path> gone() {
        return gone;
    }

    /** How many there are in the folders. */
    int documents() {
        return documents;
    }

    void all(DocumentAccess access, List<Path> folders) throws InterruptedException {
        for (Path folder : folders) {
            try {
                take(folder, access.compare(known.in(folder), (_, _) -> {}));
            } catch (FailureException e) {
                // another folder may be all right
                trouble.tell(folder.toString(), e.failure());
            }
        }
        for (Path each : known.files()) {
            if (folders.stream().noneMatch(each::startsWith)) {
                gone.add(each);
            }
        }
        pair();
    }

    private void take(Path folder, FolderReport report) {
        documents += report.documents();
        Set<Path> there = new LinkedHashSet<>();
        for (FolderChange change : report.changes()) {
            Path file = folder.resolve(change.path());
            switch (change) {
                case FolderChange.Added(String _, FileStamp stamp) -> {
                    there.add(file);
                    add(file, stamp, known.has(file) ? Kind.AGAIN : Kind.NEW);
                }
                case FolderChange.Changed(String _, FileStamp stamp) -> add(file, stamp, Kind.CHANGED);
                case FolderChange.Touched(String _, FileStamp stamp) -> add(file, stamp, Kind.AGAIN);
                case FolderChange.Moved(String from, String _, FileStamp stamp) ->
                    found.add(new Finding(file, stamp, Kind.MOVED, folder.resolve(from)));
                case FolderChange.Removed _ -> gone.add(file);
            }
        }
        for (DocumentTrouble each : report.troubles()) {
            if (each.path().isEmpty()) {
                // the folder itself
                trouble.tell(folder.toString(), each.failure());
            } else if (each.problem() != DocumentProblem.LINK) {
                // what a link leads to is read in its own place, or was not approved
                trouble.tell(folder.resolve(each.path()).toString(), each);
            }
        }
        forgetLost(folder, there, report.troubles());
    }

    /** Of what is to be given once more the comparison knows nothing: it is gone where it was not found. */
    private void forgetLost(Path folder, Set<Path> there, List<DocumentTrouble> troubles) {
        for (Path each : known.files()) {
            boolean unseen = troubles.stream().anyMatch(trouble -> each.startsWith(folder.resolve(trouble.path())));
            if (each.startsWith(folder) && known.note(each).isEmpty() && !there.contains(each) && !unseen) {
                gone.add(each);
            }
        }
    }

    private void add(Path file, FileStamp stamp, Kind kind) {
        if (kind == Kind.AGAIN && again++ >= MOST_AGAIN) {
            return;
        }
        found.add(new Finding(file, stamp, kind, null));
    }

    /** What went from one folder into another was moved. */
    private void pair() {
        Map<String, Deque<Path>> byHash = new HashMap<>();
        for (Path each : gone) {
            known.note(each)
                    .ifPresent(note -> byHash.computeIfAbsent(note.stamp().hash(), _ -> new ArrayDeque<>())
                            .add(each));
        }
        found.replaceAll(each -> {
            Path from = each.kind() == Kind.NEW
                    ? byHash.getOrDefault(each.stamp().hash(), new ArrayDeque<>())
                            .poll()
                    : null;
            if (from == null) {
                return each;
            }
            gone.remove(from);
            return each.movedFrom(from);
        });
    }
}
