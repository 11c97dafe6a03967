// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.nio.file.Path;
import java.util.Optional;

/** What a person is asked before conversations are exported, imported or deleted. UI thread only. */
public interface SessionQuestions {

    /** Where a new file goes; empty when they change their mind. */
    Optional<Path> exportTo(String name);

    /** Which file to bring in; empty when they change their mind. */
    Optional<Path> importFrom();

    /** Whether the conversation with that title is to be deleted for ever. */
    boolean delete(String title);

    /** Whether a conversation that is here already is to be brought in once more. */
    boolean importCopy();
}
