// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.util.List;
import officina.api.content.Message;
import officina.api.event.RunEvent;
import officina.api.event.Usage;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.Sampling;
import officina.api.tool.ToolDescriptor;
import officina.model.ClientListener;
import officina.orchestrator.RunModel;

/** The chosen model for one call of an orchestrator; what it takes becomes events of the run. */
record EngineRunModel(RunModels.Chosen chosen, EngineRunContext run) implements RunModel {

    @Override
    public String title() {
        return chosen.title();
    }

    @Override
    public ModelReply converse(List<Message> messages, List<ToolDescriptor> tools, Tools runner, ModelListener listener)
            throws InterruptedException {
        ModelRequest request = new ModelRequest(chosen.model(), messages, tools, Sampling.STANDARD);
        return chosen.client()
                .get()
                .converse(request, runner::call, new Heard(run, listener))
                .reply();
    }

    /** Passes on what is said and writes down what it takes. */
    private record Heard(EngineRunContext run, ModelListener listener) implements ClientListener {

        @Override
        public void onText(String piece) {
            listener.onText(piece);
        }

        @Override
        public void onReasoning(String piece) {
            listener.onReasoning(piece);
        }

        @Override
        public void onUsage(Usage usage) {
            run.emit(List.of(new RunEvent.UsageReported(usage)));
        }
    }
}
