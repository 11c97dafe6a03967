// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.nio.file.Path;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;

/**
 * A folder whose documents are found by what they say: record kind {@code indexed-folder}.
 *
 * @param path absolute and without links, as the system resolved it when the folder was added
 * @param project for which it was added; it goes with the project
 * @param paused it is not looked at until the person lets it go on; what was read of it is still found
 */
public record IndexedFolder(Path path, RecordId project, boolean paused) {

    public IndexedFolder {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("a folder is named by its whole path");
        }
    }

    public IndexedFolder withPaused(boolean now) {
        return new IndexedFolder(path, project, now);
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming what is wrong. */
    public static IndexedFolder from(JsonObject fields) {
        return new IndexedFolder(
                Path.of(fields.requireText("path")),
                RecordId.parse(fields.requireText("project")),
                fields.flag("paused"));
    }

    /** The fields of the record. */
    public JsonObject fields() {
        return JsonObject.EMPTY.with("path", path).with("project", project).with("paused", paused);
    }
}
