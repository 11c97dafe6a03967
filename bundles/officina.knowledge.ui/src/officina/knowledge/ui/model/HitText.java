// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import java.nio.file.Path;
import officina.api.memory.IndexHit;

/** What was found, in words. */
public final class HitText {

    /** So many characters of a passage are put into a row. */
    private static final int EXCERPT = 100;

    private HitText() {}

    /** One line: the file, the place, how the passage begins. */
    public static String row(IndexHit hit) {
        String text = hit.text().strip().replaceAll("\\s+", " ");
        String excerpt = text.length() > 2 * EXCERPT ? text.substring(0, text.offsetByCodePoints(0, EXCERPT)) : text;
        return place(hit) + " \u00b7 " + excerpt;
    }

    /** The file's name and the place. */
    public static String place(IndexHit hit) {
        return placed(FolderText.name(Path.of(hit.document())), hit);
    }

    /** The whole path and the place. */
    public static String where(IndexHit hit) {
        return placed(hit.document(), hit);
    }

    private static String placed(String file, IndexHit hit) {
        return hit.place().isEmpty() ? file : file + ", " + hit.place();
    }
}
