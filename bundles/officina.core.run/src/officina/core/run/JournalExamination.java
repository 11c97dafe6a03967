// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;

/**
 * What an examination of a whole journal found.
 *
 * @param segments how many files were read
 * @param events how many events are readable
 * @param lost how many positions hold nothing, though something was there
 * @param cut sessions of which only the beginning is left, as a person reads it
 * @param damaged the files that are not what was written, and those that are missing
 * @param doubts what was or will be cut off its end and may have been confirmed, without a full stop
 * @param remarks what else is worth knowing, one sentence each
 * @param mended whether the files were brought into order, and the damaged ones put aside
 */
public record JournalExamination(
        int segments,
        long events,
        long lost,
        List<String> cut,
        List<String> damaged,
        List<String> doubts,
        List<String> remarks,
        boolean mended) {

    public JournalExamination {
        cut = List.copyOf(cut);
        damaged = List.copyOf(damaged);
        doubts = List.copyOf(doubts);
        remarks = List.copyOf(remarks);
    }

    public boolean isWhole() {
        return damaged.isEmpty();
    }
}
