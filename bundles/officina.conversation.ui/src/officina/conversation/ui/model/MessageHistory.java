// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person wrote before, to walk through with the arrow keys. What is being written is not lost on the way. */
public final class MessageHistory {

    private List<String> messages = List.of();
    private int at;
    private String draft = "";

    /** Sets what was written, oldest first, and goes back to the draft. */
    public void set(List<String> written) {
        messages = List.copyOf(written);
        at = messages.size();
    }

    /** The message before the one shown; {@code null} when there is none. */
    public @Nullable String older(String shown) {
        if (at == messages.size()) {
            draft = shown;
        }
        return at == 0 ? null : messages.get(--at);
    }

    /** The message after the one shown, at last the draft; {@code null} when the draft is shown. */
    public @Nullable String newer() {
        if (at == messages.size()) {
            return null;
        }
        at++;
        return at == messages.size() ? draft : messages.get(at);
    }

    /** Whether an older message is shown rather than the draft. */
    public boolean walking() {
        return at < messages.size();
    }
}
