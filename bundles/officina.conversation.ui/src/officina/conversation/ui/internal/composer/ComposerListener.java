// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import java.nio.file.Path;
import java.util.List;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;

/** Hears what the person does in the composer. UI thread. */
public interface ComposerListener {

    /** Send this; {@code true} when it was taken, so that the field may be emptied; else the composer was told why. */
    boolean send(Message message, ExecutionMode mode);

    /** Ask for files that are to go with the message. */
    void askForFiles();

    /** Have these go with the message. */
    void attach(List<Path> files);

    /** Let the person choose which model answers. */
    void chooseModel();

    /** Stop what is at work. */
    void cancel();
}
