// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.language.internal.grammar.Grammar;
import officina.language.internal.grammar.Grammars;
import officina.language.internal.grammar.Match;
import officina.language.internal.grammar.Reading;
import officina.language.internal.grammar.Search;
import officina.language.internal.meaning.Candidate;
import officina.language.internal.meaning.Interpreter;
import officina.language.internal.meaning.Selection;
import officina.language.internal.text.Quotes;
import officina.language.internal.text.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Finds entities by the patterns of a language's data file. Each pattern gives candidates; of those that overlap the
 * longest stays. The work is proportional to the length of the text (but for the sorting of the candidates), because
 * every pattern is finite and is tried only at the words with which it may begin. Any thread; the data file is read at
 * first use.
 */
@Component(service = EntityExtractor.class)
public final class WordEntityExtractor implements EntityExtractor {

    private final Grammars grammars = new Grammars();

    @Activate
    public WordEntityExtractor() {}

    @Override
    public Entities extract(String text, LanguageContext context) {
        Grammar grammar = grammars.of(context.locale());
        Tokens tokens = new Tokens(text);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(context.locale());
        Reading reading = new Reading(tokens, symbols.getDecimalSeparator(), symbols.getGroupingSeparator());
        Interpreter interpreter = new Interpreter(context, grammar, tokens);
        List<Candidate> candidates = new ArrayList<>();
        for (Entity.Title title : Quotes.in(text)) {
            candidates.add(Interpreter.read(title));
        }
        for (Match match : new Search(reading).all(grammar)) {
            Candidate candidate = interpreter.read(match);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return new Entities(text, Selection.of(text, candidates));
    }
}
