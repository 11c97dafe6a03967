// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;
import officina.engine.FolderStatus;
import officina.ui.base.Dates;

/** How a folder is, in words. */
public final class FolderText {

    /** More troubles are counted and not told. */
    private static final int SHOWN = 20;

    private FolderText() {}

    /** How a folder is called: by its last name, which is what a person knows it by. */
    public static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** What is going on with it. */
    public static String state(FolderStatus status, Dates dates) {
        if (status.atWork()) {
            return Words.WAITING.text();
        }
        if (status.item().folder().paused()) {
            return Words.PAUSED.text();
        }
        return status.syncedAt() == null ? Words.NEVER_READ.text() : Words.READ.text(dates.ago(status.syncedAt()));
    }

    /** Where it is and what was read of it. */
    public static String facts(FolderStatus status) {
        String path = status.item().folder().path().toString();
        Failure failure = status.failure();
        String facts = status.syncedAt() == null && status.files() == 0
                ? path
                : path + "\n" + Words.COUNTS.text(status.files(), status.passages());
        return failure == null ? facts : facts + "\n" + Words.FAILED.text(failure.message());
    }

    /** A line for each trouble. */
    public static List<String> troubles(FolderStatus status) {
        List<String> lines = new ArrayList<>();
        status.troubles().stream().limit(SHOWN).map(each -> line(status, each)).forEach(lines::add);
        int more = status.troubled() - lines.size();
        if (more > 0) {
            lines.add(Words.TROUBLES_MORE.text(more));
        }
        return lines;
    }

    private static String line(FolderStatus status, DocumentTrouble trouble) {
        String path = trouble.path().isEmpty() ? name(status.item().folder().path()) : trouble.path();
        return Words.TROUBLE.text(path, trouble.failure().told());
    }
}
