// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.document.FileStamp;

/**
 * What is kept of a file beside its passages, as the fingerprint of its document.
 *
 * @param state what came of reading it
 */
record FileNote(FileStamp stamp, State state) {

    private static final String VERSION = "1";
    private static final Pattern FORM =
            Pattern.compile(VERSION + " (?<size>[0-9]{1,18}) (?<time>\\S{1,40}) (?<hash>[0-9a-f]{64}) (?<state>[a-z])");

    /** What came of reading a file. */
    enum State {
        READ("r"),
        /** Some of it was left out. */
        PARTLY("p"),
        /** Nothing of it can be read, and that stays so until it is another file. */
        UNREAD("u");

        private final String letter;

        State(String letter) {
            this.letter = letter;
        }

        private static Optional<State> of(String letter) {
            for (State each : values()) {
                if (each.letter.equals(letter)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    String text() {
        return VERSION + " " + stamp.size() + " " + stamp.modified() + " " + stamp.hash() + " " + state.letter;
    }

    /** What {@link #text} wrote; empty for one that was kept back, or is of another version. */
    static Optional<FileNote> parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            FileStamp stamp = new FileStamp(
                    Long.parseLong(found.group("size")), Instant.parse(found.group("time")), found.group("hash"));
            return State.of(found.group("state")).map(state -> new FileNote(stamp, state));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
