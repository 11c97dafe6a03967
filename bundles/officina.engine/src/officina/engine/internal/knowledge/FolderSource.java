// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.FolderChange;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.document.Passage;
import officina.api.host.DocumentAccess;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import officina.engine.IndexedFolderItem;
import officina.engine.internal.sample.SampleFiles;
import officina.engine.internal.sample.SampleScope;
import officina.index.Index;
import officina.index.IndexSource;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a source of the index. A document's id is the path of its file. What is known of the folder is what the
 * index has of it, so that one that was emptied is filled again. Used once, by one thread.
 */
final class FolderSource implements IndexSource {

    /** The attribute that names the folder's record. */
    static final String FOLDER = SampleScope.FOLDER;

    /** The attribute that names the kind of a document. */
    static final String KIND = "kind";

    /** What a file in such trouble gives may be another thing the next time, though the file is the same. */
    private static final Set<DocumentProblem> PASSING = Set.of(
            DocumentProblem.CHANGED, DocumentProblem.FORBIDDEN, DocumentProblem.FAILED, DocumentProblem.TOO_SLOW);

    private final IndexedFolderItem folder;
    private final Path own;
    private final Index index;
    private final DocumentAccess documents;
    private final List<String> ignored;
    private final Map<String, FileStamp> stamps = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private List<DocumentTrouble> troubles = List.of();

    /**
     * @param own the data folder by its real path, of which nothing but the sample is read
     * @param ignored names that are passed over, as lines of a {@code .gitignore}
     */
    FolderSource(IndexedFolderItem folder, Path own, Index index, DocumentAccess documents, List<String> ignored) {
        this.ignored = ignored;
        this.folder = folder;
        this.own = own;
        this.index = index;
        this.documents = documents;
    }

    @Override
    public IndexCollection collection() {
        return IndexCollection.DOCUMENTS;
    }

    @Override
    public boolean owns(String id) {
        return owns(folder, id) && (ofSample() || !within(Path.of(id), own.resolve(SampleFiles.FOLDER)));
    }

    /** The sample's folder, the only one in the data folder that is read; and by its own folder alone. */
    private boolean ofSample() {
        return folder.folder().path().equals(own.resolve(SampleFiles.FOLDER));
    }

    private boolean isOwn(String id) {
        return !ofSample() && within(Path.of(id), own);
    }

    static boolean owns(IndexedFolderItem folder, String id) {
        return within(Path.of(id), folder.folder().path());
    }

    private static boolean within(Path path, Path folder) {
        return path.startsWith(folder);
    }

    /** Files and folders that could not be looked at; known after {@link #list}. */
    List<DocumentTrouble> troubles() {
        return troubles;
    }

    @Override
    public Map<String, String> list() throws InterruptedException {
        Map<String, String> known = new HashMap<>(index.fingerprints(collection()));
        known.keySet().removeIf(id -> !owns(id));
        FolderReport report = documents.compare(stateOf(known), (_, _) -> {});
        troubles = report.troubles();
        Map<String, String> there = new HashMap<>();
        known.forEach((id, fingerprint) -> {
            boolean holds = FileNote.parse(fingerprint) instanceof FileNote note && note.stamp() != null;
            if ((holds || unseen(id)) && !isOwn(id)) {
                there.put(id, fingerprint);
            }
        });
        for (FolderChange change : report.changes()) {
            switch (change) {
                case FolderChange.Added(String path, FileStamp stamp) -> fresh(there, path, stamp);
                case FolderChange.Changed(String path, FileStamp stamp) -> fresh(there, path, stamp);
                case FolderChange.Moved(String from, String path, FileStamp stamp) -> {
                    there.remove(id(from));
                    moved.add(id(from));
                    fresh(there, path, stamp);
                }
                case FolderChange.Removed(String path) -> there.remove(id(path));
                case FolderChange.Touched _ -> {
                    // what was made of its content holds
                }
            }
        }
        return there;
    }

    @Override
    public Set<String> moved() {
        return moved;
    }

    /** Whether a document lies where nobody could look this time; what is known of it is kept. */
    private boolean unseen(String id) {
        return troubles.stream()
                .anyMatch(trouble -> within(Path.of(id), folder.folder().path().resolve(trouble.path())));
    }

    private FolderState stateOf(Map<String, String> known) {
        Map<String, FileStamp> files = new HashMap<>();
        known.forEach((id, fingerprint) -> {
            FileNote note = FileNote.parse(fingerprint);
            FileStamp stamp = note == null ? null : note.stamp();
            if (stamp != null) {
                files.put(relative(id), stamp);
            }
        });
        return new FolderState(folder.folder().path(), files, ignored);
    }

    private void fresh(Map<String, String> there, String path, FileStamp stamp) {
        String id = id(path);
        if (isOwn(id) || id.length() > IndexDocument.MAX_NAME) {
            return;
        }
        stamps.put(id, stamp);
        // a stamp alone is no note, so that it differs from what is known
        there.put(id, stamp.hash());
    }

    private String id(String path) {
        return folder.folder().path().resolve(path).toString();
    }

    private String relative(String id) {
        List<String> names = new ArrayList<>();
        folder.folder().path().relativize(Path.of(id)).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    @Override
    public Optional<IndexDocument> read(String id) throws InterruptedException {
        return switch (documents.read(Path.of(id))) {
            case DocumentReading.Read read ->
                Optional.of(document(
                        id,
                        new FileNote(read.stamp(), read.passages().size(), read.troubles()),
                        Map.of(FOLDER, folder.id().toString(), KIND, read.kind().name()),
                        read.passages().stream().map(FolderSource::passage).toList()));
            case DocumentReading.Unread(DocumentTrouble trouble) ->
                trouble.problem() == DocumentProblem.GONE
                        ? Optional.empty()
                        : Optional.of(document(
                                id, new FileNote(stamp(id, trouble), 0, List.of(trouble)), Map.of(), List.of()));
        };
    }

    /** Files that give nothing are not tried again before they change, or it would be done at each start. */
    private @Nullable FileStamp stamp(String id, DocumentTrouble trouble) {
        return PASSING.contains(trouble.problem()) ? null : stamps.get(id);
    }

    private IndexDocument document(
            String id, FileNote note, Map<String, String> attributes, List<IndexPassage> passages) {
        return new IndexDocument(collection(), id, note.text(), relative(id), attributes, passages);
    }

    private static IndexPassage passage(Passage passage) {
        String text = passage.headed();
        return new IndexPassage(
                passage.place().toString(),
                text.length() > IndexDocument.MAX_PASSAGE ? text.substring(0, IndexDocument.MAX_PASSAGE) : text);
    }
}
