// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.nio.file.Path;
import officina.api.document.Citation;
import officina.api.document.Place;
import officina.api.memory.IndexHit;

/** Where a passage stands, as answers name it. */
public final class Sources {

    private Sources() {}

    /** A link to the place that names the file and the place in it: {@code [manual.pdf, page 2](<file:///...#page=2>)}. */
    public static String link(IndexHit hit) {
        Citation citation = new Citation(Path.of(hit.document()), Place.parse(hit.place()));
        return "[" + escaped(citation.title().replaceAll("\\p{Cntrl}", "'")) + "](<" + citation.address() + ">)";
    }

    /** What stands in documents and in their names is no Markdown of ours. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<>\\[\\]#|~!&])", "\\\\$1")
                // what would underline a heading, or begin a list with numbers of its own
                .replaceAll("(?m)^([ \\t]*)(=)", "$1\\\\$2")
                .replaceAll("(?m)^([ \\t]*[0-9]{1,9})([.)])", "$1\\\\$2");
    }
}
