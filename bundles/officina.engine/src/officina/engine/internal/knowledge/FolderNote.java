// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import officina.api.document.DocumentTrouble;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.index.Index;
import officina.protocol.Json;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a folder: a document without passages in a collection of its own, so that nothing finds it.
 *
 * @param syncedAt when it was last brought into step; {@code null} where nobody could look at it yet
 * @param troubled how many files and folders in it could not be looked at
 * @param troubles the first of them
 */
public record FolderNote(@Nullable Instant syncedAt, int troubled, List<DocumentTrouble> troubles) {

    static final IndexCollection COLLECTION = IndexCollection.FOLDERS;

    /** So many are kept, fewer where their names are long: a fingerprint is short. */
    private static final int MOST = 10;

    private static final ValueCodec VALUES = new ValueCodec();

    public FolderNote {
        troubles = List.copyOf(troubles);
    }

    IndexDocument document(RecordId folder) {
        int most = Math.min(MOST, troubles.size());
        String text = text(most);
        while (text.length() > IndexDocument.MAX_NAME && most > 0) {
            most--;
            text = text(most);
        }
        return new IndexDocument(COLLECTION, folder.toString(), text, "", Map.of(), List.of());
    }

    private String text(int most) {
        return Json.text(VALUES.write(FolderNote.class, new FolderNote(syncedAt, troubled, troubles.subList(0, most))));
    }

    /** What is noted of that in the index; {@code null} for never. */
    static @Nullable Instant syncedAt(Index index, RecordId folder) {
        FolderNote note = parse(index.fingerprints(COLLECTION).get(folder.toString()));
        return note == null ? null : note.syncedAt();
    }

    static @Nullable FolderNote parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return (FolderNote) VALUES.read(FolderNote.class, Json.parseObject(text));
        } catch (FailureException e) {
            return null;
        }
    }
}
