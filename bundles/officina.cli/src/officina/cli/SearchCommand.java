// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.error.Failure;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexQuery;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;

/** {@code officina search}: passages by words and by meaning. */
final class SearchCommand extends EngineCommand {

    private static final int STANDARD = 5;

    private final Given<List<String>> query = syntax.words(1, "QUERY", "What is looked for, in your own words.");

    private final Given<Integer> limit = syntax.number("--limit", "NUMBER", "At most so many passages.", STANDARD);

    private final Given<List<String>> collections =
            syntax.list("--in", "COLLECTION", "Only there: " + known() + ". Without it: everywhere.");

    private final Printed<IndexHit> found = syntax.prints(IndexForms.HIT, Syntax.EACH);

    SearchCommand(CommandContext context) {
        super(
                context,
                "Find passages of your documents by words and by meaning, best first.",
                "",
                "Looks at what was read until now: \"officina index sync\" reads what has changed.");
    }

    @Override
    ExitCode run(Engine engine, Output out) throws InterruptedException {
        IndexAnswer answer = engine.knowledge().search(query());
        if (out.json()) {
            answer.hits().forEach(each -> out.print(found, each, ""));
            return ExitCode.OK;
        }
        Failure wordsOnly = answer.wordsOnly();
        if (wordsOnly != null) {
            out.say("Only words were compared: " + wordsOnly.message());
        }
        if (answer.hits().isEmpty()) {
            out.say(
                    engine.knowledge().folders().isEmpty()
                            ? "No folder is in the index. Add one: officina index add FOLDER"
                            : "Nothing was found.");
        }
        answer.hits().forEach(each -> out.say(IndexForms.text(each)));
        return ExitCode.OK;
    }

    private IndexQuery query() {
        String text = Inputs.word(String.join(" ", query.value()));
        try {
            Set<IndexCollection> in =
                    collections.value().stream().map(this::collection).collect(Collectors.toSet());
            return new IndexQuery(text, in, Map.of(), limit.value());
        } catch (IllegalArgumentException e) {
            throw syntax.refused("That cannot be looked for: " + e.getMessage() + ".");
        }
    }

    private IndexCollection collection(String name) {
        return IndexCollection.KNOWN.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        syntax.refused("There is no collection \"" + name + "\". Those there are: " + known() + "."));
    }

    private static String known() {
        return IndexCollection.KNOWN.stream().map(IndexCollection::name).collect(Collectors.joining(", "));
    }
}
