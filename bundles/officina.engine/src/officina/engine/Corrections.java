// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;

/**
 * What the person said about who should have answered ("not this: that one"). It is kept among the records, encrypted as all
 * of them, steers messages like it, and never leaves the machine.
 */
public interface Corrections {

    /** Who can be asked, by name. */
    List<AgentItem> agents();

    /**
     * Asks another agent what that run was asked, in a new run of the same conversation, and remembers that messages like it
     * are for that agent. What the run did stays done. {@code run.missing}, {@code run.not-ended}, {@code agent.missing},
     * {@code correction.no-message} for a run that answers no message, or one that asked for several things.
     */
    RunRef correct(RunId run, PluginId agent);

    /** What is remembered, newest first. */
    List<CorrectionItem> list();

    /** Forgets it. {@code record.missing}. */
    void remove(RecordId correction);

    /** An agent as people call it. */
    record AgentItem(PluginId id, String name) {}

    /**
     * Something remembered.
     *
     * @param phrase the message it was said about, or how it begins
     * @param agent who gets messages like it
     */
    record CorrectionItem(RecordId id, String phrase, PluginId agent) {}
}
