// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.id.RecordId;
import officina.api.json.JsonValue;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexHit;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Uuids;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Tells what belongs to the sample from what is the person's own. Any thread. */
public final class SampleScope {

    /** The sample holds fewer to-dos, and fewer passages, than that, unless the person fills it. */
    public static final int FEW = 60;

    /** The sample's project is the one in this group. */
    public static final RecordId GROUP = new RecordId(Uuids.derived("group", "sample"));

    /** The attribute of a document in the index that names its folder's record. */
    public static final String FOLDER = "folder";

    private final Store store;

    public SampleScope(Store store) {
        this.store = store;
    }

    /** The record of the sample's project. */
    public Optional<DataRecord> project() {
        return store.list(new RecordQuery(RecordKind.PROJECT, Map.of("group", JsonValue.of(GROUP)), null, 1)).stream()
                .findFirst();
    }

    /** What a conversation of that project may see. */
    public View of(RecordId asking) {
        RecordId sample = project().map(DataRecord::id).orElse(null);
        if (sample == null) {
            return new View(null, false, Set.of());
        }
        Set<String> folders = store
                .list(new RecordQuery(
                        RecordKind.INDEXED_FOLDER,
                        Map.of("project", JsonValue.of(sample)),
                        null,
                        RecordQuery.MAX_LIMIT))
                .stream()
                .map(record -> record.id().toString())
                .collect(Collectors.toSet());
        return new View(sample, sample.equals(asking), folders);
    }

    /**
     * One side of the border.
     *
     * @param sample the sample's project; {@code null} where there is none, and nothing to keep apart
     * @param within whether it is seen from within the sample
     * @param folders the sample's indexed folders
     */
    public record View(@Nullable RecordId sample, boolean within, Set<String> folders) {

        private static final String PROJECT = "project";

        /** Whether there is a border at all. */
        public boolean open() {
            return sample == null;
        }

        /** Whether a record may be seen; what belongs to no project may. */
        public boolean sees(DataRecord record) {
            String project = record.fields().text(PROJECT);
            return sample == null || project == null || project.equals(sample.toString()) == within;
        }

        /** Those that may be seen. */
        public List<DataRecord> seen(List<DataRecord> records) {
            return sample == null
                    ? records
                    : records.stream().filter(this::sees).toList();
        }

        /** Those passages that may be seen, at most so many; what is of no indexed folder may. */
        public IndexAnswer seen(IndexAnswer answer, int limit) {
            return new IndexAnswer(
                    answer.hits().stream().filter(this::sees).limit(limit).toList(), answer.wordsOnly());
        }

        private boolean sees(IndexHit hit) {
            String folder = hit.attributes().get(FOLDER);
            return folder == null || folders.contains(folder) == within;
        }
    }
}
