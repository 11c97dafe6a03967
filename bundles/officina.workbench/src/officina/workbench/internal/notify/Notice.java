// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import officina.api.id.PluginId;
import officina.api.id.SessionId;

/** What the person is told, and where pressing it leads. */
record Notice(String title, String text, Place place) {

    /** Where it leads. */
    sealed interface Place {

        /** The word on the way there. */
        default String word() {
            return switch (this) {
                case Conversation _ -> Words.OPEN.text();
                case Plugin _ -> Words.OPEN_PLUGIN.text();
            };
        }
    }

    /** The conversation in which an agent told it. */
    record Conversation(SessionId session) implements Place {}

    /** What a plug-in may, on the page Plug-ins. */
    record Plugin(PluginId plugin) implements Place {}
}
