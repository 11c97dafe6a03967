// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What the person wrote before, to walk through with the arrow keys. What is being written is not lost on the way. The
 * messages are gathered when somebody walks: a conversation may have a hundred thousand, and is told of many times a
 * second. Not thread-safe.
 */
public final class MessageHistory {

    private Supplier<List<String>> written = List::of;
    private @Nullable SessionId session;
    private long count;

    /** While somebody walks. */
    private @Nullable List<String> messages;

    private int at;
    private String draft = "";

    /**
     * Tells of the messages of a conversation. Goes back to the draft where it is another one, or there are more or fewer
     * than before.
     *
     * @param all gives them, oldest first
     */
    public void set(SessionId of, long number, Supplier<List<String>> all) {
        written = all;
        if (!of.equals(session) || number != count) {
            session = of;
            count = number;
            messages = null;
        }
    }

    /** The message before the one shown; {@code null} when there is none. */
    public @Nullable String older(String shown) {
        List<String> known = messages;
        if (known == null) {
            known = List.copyOf(written.get());
            messages = known;
            at = known.size();
        }
        if (at == known.size()) {
            draft = shown;
        }
        return at == 0 ? null : known.get(--at);
    }

    /** The message after the one shown, at last the draft; {@code null} when the draft is shown. */
    public @Nullable String newer() {
        if (!walking()) {
            return null;
        }
        List<String> known = Objects.requireNonNull(messages);
        at++;
        return at == known.size() ? draft : known.get(at);
    }

    /** Whether an older message is shown rather than the draft. */
    public boolean walking() {
        return messages != null && at < messages.size();
    }
}
