// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    what do my notes say about the garden plan?     | the garden plan
                    What does the manual say about error E04        | What does the manual say about error E04
                    search my documents for the insurance number    | the insurance number
                    look in my notes for the hotel in Porto         | the hotel in porto
                    which of my notes are about astronomy           | astronomy
                    do my documents say anything about the pension  | the pension
                    according to my notes, when did we meet Bob     | when did we meet bob
                    when was it signed according to my papers?      | when was it signed
                    anything in my documents about the boiler       | the boiler
                    search my notes                                 | search my notes
                    """)
    void what_only_says_where_to_look_is_not_looked_for(String text, String wanted) {
        assertEquals(new Question(wanted, false), Question.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index the folder ~/Documents",
                "add the folder ~/papers to the index",
                "which folders are indexed",
                "is the index up to date?",
                "remove ~/old from the index",
                "reindex everything",
                "what is in the knowledge base",
                "which files could not be read",
                "make my PDFs searchable",
                "pause the indexing"
            })
    void what_is_about_the_index_is_known(String text) {
        assertEquals(true, Question.of(text).isAboutIndex(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how is the index built in the code",
                "which function writes the index to disk",
                "find the paragraph about termination",
                "what does the report say about the price index of last year",
                "add up what the two offers cost"
            })
    void what_documents_say_of_an_index_is_a_question(String text) {
        assertEquals(false, Question.of(text).isAboutIndex(), text);
    }
}
