// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words in a transcript, without regard to case. Takes time with long transcripts: call it off the UI thread. */
public final class Finder {

    /** No more than this is looked for. */
    public static final int MOST = 10_000;

    private Finder() {}

    /** All places, from the top; stops early when the thread is interrupted. */
    public static List<Found> find(Transcript transcript, String words) {
        if (words.isBlank()) {
            return List.of();
        }
        Pattern pattern = Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<Found> found = new ArrayList<>();
        for (int row = 0; row < transcript.size() && found.size() < MOST; row++) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            Matcher matcher = pattern.matcher(transcript.row(row).plain());
            while (matcher.find() && found.size() < MOST) {
                found.add(new Found(row, matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(found);
    }
}
