// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.host.RecordAccess;
import officina.api.record.IndexedFolder;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** The folders that are indexed, and how the person changes that: an agent cannot. */
public final class Folders {

    /** What is said where there is none. */
    public static final String NONE =
            "No folder is indexed yet, so I have nothing to look into. Add one with `officina index add FOLDER`.";

    private static final String HOW = """
            I do not change this myself. These commands do:

            - `officina index add FOLDER` adds a folder and reads it
            - `officina index sync` reads what is new or changed
            - `officina index list FOLDER` says how far it is and what could not be read
            - `officina index pause FOLDER`, `resume`, `remove`""";

    private Folders() {}

    /** By path. */
    public static List<IndexedFolder> all(RecordAccess records) {
        return records.list(RecordQuery.all(RecordKind.INDEXED_FOLDER)).stream()
                .map(record -> IndexedFolder.from(record.fields()))
                .sorted(Comparator.comparing(IndexedFolder::path))
                .toList();
    }

    /** Which there are, and how that is changed. */
    public static String told(List<IndexedFolder> folders) {
        String there = folders.isEmpty()
                ? "No folder is indexed yet."
                : "Indexed " + (folders.size() == 1 ? "is one folder" : "are " + folders.size() + " folders") + ":\n\n"
                        + folders.stream()
                                .map(each -> "- `" + each.path() + "`" + (each.paused() ? " (paused)" : ""))
                                .collect(Collectors.joining("\n"));
        return there + "\n\n" + HOW;
    }
}
