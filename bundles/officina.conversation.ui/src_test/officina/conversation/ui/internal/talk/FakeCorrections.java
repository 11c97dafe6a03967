// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.engine.Corrections;
import officina.engine.RunRef;

/** Three agents that can be asked instead; what is sent on to them is noted. */
final class FakeCorrections implements Corrections {

    private final FakeTalk talk;

    FakeCorrections(FakeTalk talk) {
        this.talk = talk;
    }

    @Override
    public List<AgentItem> agents() {
        return List.of(
                new AgentItem(new PluginId("agent.calendar"), "Calendar"),
                new AgentItem(new PluginId("agent.knowledge"), "Knowledge"),
                new AgentItem(new PluginId("agent.task"), "To-dos"));
    }

    @Override
    public RunRef correct(RunId run, PluginId agent) {
        talk.note("correct to " + agent);
        return new RunRef(talk.script.state().session(), run);
    }

    @Override
    public List<CorrectionItem> list() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(RecordId correction) {
        throw new UnsupportedOperationException();
    }
}
