// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import officina.api.chat.ChatRequest;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.event.RunKind;
import officina.api.id.CallId;
import officina.core.run.RunState;
import officina.core.run.ToolCallState;
import officina.ui.base.Icon;
import org.jspecify.annotations.Nullable;

/** The rows of one run: what was said, who works on it, tools, answer, plan, questions, how it stands. */
final class RunRowsBuilder {

    private final RunState run;
    private final boolean undone;
    private final Set<CallId> open;
    private final Transcript.@Nullable RunRows known;
    private final List<Row> rows = new ArrayList<>();

    RunRowsBuilder(RunState run, boolean undone, Set<CallId> open, Transcript.@Nullable RunRows known) {
        this.run = run;
        this.undone = undone;
        this.open = open;
        this.known = known;
    }

    Transcript.RunRows build() {
        List<Row> message = known == null ? message() : known.message();
        rows.addAll(message);
        if (run.head().kind() == RunKind.TURN) {
            agent();
            for (ToolCallState call : run.tools()) {
                Place place = Place.of(Voice.AGENT, rows.isEmpty() ? Gap.ANSWER : Gap.TIGHT);
                rows.add(ToolRow.of(run.head().run(), call, open.contains(call.call()), place));
            }
        }
        List<List<Row>> parts = parts();
        parts.forEach(rows::addAll);
        rows.addAll(new DecisionRows(run).rows());
        rows.addAll(new OutcomeRows(run, undone).rows());
        return new Transcript.RunRows(run, undone, open, message, parts, List.copyOf(rows));
    }

    private List<Row> message() {
        ChatRequest request = run.head().request();
        if (request == null) {
            return List.of();
        }
        List<Row> said = new ArrayList<>();
        Message message = request.message();
        for (ContentPart part : message.parts()) {
            said.addAll(ContentRows.of(part, Voice.PERSON, said.isEmpty() ? Gap.TURN : Gap.PARAGRAPH));
        }
        List<Row> edged = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            edged.add(edged(said.get(i), i == 0, i == said.size() - 1));
        }
        return List.copyOf(edged);
    }

    private static Row edged(Row row, boolean first, boolean last) {
        Place place = row.place().edges(first, last);
        return switch (row) {
            case Row.Prose it -> new Row.Prose(place, it.content(), it.face(), it.marker());
            case Row.Listing it -> new Row.Listing(place, it.whole(), it.from(), it.to(), it.first(), it.last());
            case Row.TableLine it -> new Row.TableLine(place, it.shape(), it.cells(), it.header(), it.last());
            case Row.Rule _ -> new Row.Rule(place);
            case Row.Note it -> new Row.Note(place, it.icon(), it.tone(), it.text(), it.offers());
            case Row.Card it -> new Row.Card(place, it.icon(), it.tone(), it.title(), it.lines(), it.offers());
        };
    }

    private void agent() {
        String agents = Labels.agents(run);
        if (!agents.isEmpty()) {
            rows.add(new Row.Note(Place.of(Voice.AGENT, Gap.ANSWER), Icon.AGENT, Tone.QUIET, agents, correcting()));
        }
    }

    /** Only of what one agent was found for, once it has ended. */
    private List<Offer> correcting() {
        boolean mayBe = run.intents() == null
                && run.head().request() != null
                && run.phase().ended();
        return mayBe
                ? List.of(new Offer(
                        Words.NOT_RIGHT.text(), new Offer.Correct(run.head().run()), false))
                : List.of();
    }

    private List<List<Row>> parts() {
        List<List<Row>> all = new ArrayList<>();
        for (int i = 0; i < run.parts().size(); i++) {
            ContentPart part = run.parts().get(i);
            Gap first = i > 0 || !Labels.agents(run).isEmpty() ? Gap.PARAGRAPH : Gap.ANSWER;
            if (known != null
                    && i < known.state().parts().size()
                    && known.state().parts().get(i) == part
                    && Labels.agents(known.state()).equals(Labels.agents(run))) {
                all.add(known.parts().get(i));
            } else {
                all.add(ContentRows.of(part, Voice.AGENT, first));
            }
        }
        return List.copyOf(all);
    }
}
