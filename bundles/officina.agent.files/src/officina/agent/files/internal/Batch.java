// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.util.ArrayList;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;

/** Documents that become durable together. */
final class Batch {

    private static final int MOST_DOCUMENTS = 64;
    private static final int MOST_PASSAGES = 500;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final IndexAccess index;
    private final List<IndexDocument> documents = new ArrayList<>();
    private int passages;
    private int characters;

    Batch(IndexAccess index) {
        this.index = index;
    }

    void add(IndexDocument document) throws InterruptedException {
        documents.add(document);
        passages += document.passages().size();
        for (IndexPassage each : document.passages()) {
            characters += each.text().length();
        }
        if (documents.size() >= MOST_DOCUMENTS || passages >= MOST_PASSAGES || characters >= MOST_CHARACTERS) {
            write();
        }
    }

    void write() throws InterruptedException {
        if (!documents.isEmpty()) {
            put(documents);
            documents.clear();
            passages = 0;
            characters = 0;
        }
    }

    private void put(List<IndexDocument> all) throws InterruptedException {
        try {
            index.put(all);
        } catch (FailureException e) {
            if (!isTooLong(e) || all.size() == 1) {
                throw e;
            }
            for (IndexDocument each : all) {
                put(List.of(each));
            }
        }
    }

    /** Whether it does not fit on its way out of a plug-in host. */
    static boolean isTooLong(FailureException e) {
        return e.failure().code().startsWith("protocol.");
    }
}
