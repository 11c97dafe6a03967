// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import officina.api.chat.ExecutionMode;

/** Hears what the person does in the composer. UI thread. */
public interface ComposerListener {

    /** Send this; {@code true} when it was taken, so that the field may be emptied; else the composer was told why. */
    boolean send(String text, ExecutionMode mode);

    /** Stop what is at work. */
    void cancel();
}
