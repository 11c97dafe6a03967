// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of content that is searched together and granted together ({@code index.read}, {@code index.write}).
 *
 * @param name lower-case letters, digits and hyphens
 */
public record IndexCollection(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public static final IndexCollection DOCUMENTS = new IndexCollection("documents");
    public static final IndexCollection NOTES = new IndexCollection("notes");
    public static final IndexCollection EMAILS = new IndexCollection("emails");
    public static final IndexCollection FILES = new IndexCollection("files");
    public static final IndexCollection CALENDAR = new IndexCollection("calendar");
    public static final IndexCollection BROWSER = new IndexCollection("browser");

    /** What Officina notes of indexed folders; nothing is found in it. */
    public static final IndexCollection FOLDERS = new IndexCollection("folders");

    /** Those that Officina itself knows; a plug-in may bring its own. */
    public static final List<IndexCollection> KNOWN = List.of(DOCUMENTS, NOTES, EMAILS, FILES, CALENDAR, BROWSER);

    public IndexCollection {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a collection's name looks like documents, not: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
