// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.agent.knowledge.internal.Lookup;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.record.IndexedFolder;
import officina.api.record.RecordKind;
import officina.api.tool.ToolResult;
import officina.testkit.FakeClock;
import officina.testkit.agent.AgentContractTests;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowledgeAgentTests extends AgentContractTests {

    private final FixedIndex index = new FixedIndex();
    private final List<String> fresh = new ArrayList<>();

    @BeforeEach
    void index() {
        index.hits.add(FixedIndex.hit(
                "/home/ada/manual.pdf", "page 2", "The filter has to be rinsed with cold water every week.", 0.52));
        index.hits.add(FixedIndex.hit("/home/ada/notes.md", "lines 3-9", "The kettle is descaled with vinegar.", 0.37));
        index.hits.add(FixedIndex.hit("/home/ada/trip.txt", "line 1", "The train leaves at nine.", 0.05));
    }

    @Override
    protected ChatAgent agent() {
        return new KnowledgeAgent();
    }

    @Override
    protected EntityExtractor extractor() {
        return (text, _) -> new Entities(text, List.of());
    }

    private static FakeAgentContext context(EntityExtractor extractor) {
        return new FakeAgentContext(
                InMemoryRecordAccess.id(1),
                new InMemoryRecordAccess(new FakeClock()),
                extractor,
                new LanguageContext(Instant.EPOCH, ZoneOffset.UTC, Locale.UK));
    }

    @Override
    protected void prepare(FakeAgentContext context) {
        context.searching(index);
        fresh.forEach(folder -> context.records()
                .create(
                        RecordKind.INDEXED_FOLDER,
                        new IndexedFolder(Path.of(folder), InMemoryRecordAccess.id(1), false).fields()));
        fresh.clear();
    }

    /** A folder that is there from the next question on. */
    private void indexed(String folder) {
        fresh.add(folder);
    }

    private String answer(String question) {
        AgentReply reply = says(question);
        assertEquals(List.of(), reply.actions());
        return reply.response().stream()
                .map(part -> part instanceof ContentPart.Text(String text) ? text : "not a text")
                .findFirst()
                .orElse("");
    }

    @Test
    void a_question_is_answered_with_passages_each_with_its_file_and_place() {
        indexed("/home/ada");

        assertEquals("""
                Your documents say:

                [manual.pdf, page 2](<file:///home/ada/manual.pdf#page=2>)

                > The filter has to be rinsed with cold water every week.

                [notes.md, lines 3-9](<file:///home/ada/notes.md#lines=3-9>)

                > The kettle is descaled with vinegar.""", answer("What do my notes say about cleaning the appliances?"));
        assertEquals(List.of(Lookup.query("cleaning the appliances", Lookup.STANDARD)), index.queries);
    }

    @Test
    void a_doubtful_passage_is_called_one_and_of_none_it_is_said_that_nothing_was_found() {
        indexed("/home/ada");
        index.hits.remove(0);
        index.hits.set(0, FixedIndex.hit("/home/ada/notes.md", "lines 3-9", "Descale it with vinegar.", 0.30));

        assertTrue(
                answer("How do I clean the cooker?")
                        .startsWith(
                                "I am not sure, but this may be about it:\n\n[notes.md, lines 3-9](<file:///home/ada/notes.md#lines=3-9>)"),
                "a doubtful passage");

        index.hits.set(0, FixedIndex.hit("/home/ada/notes.md", "lines 3-9", "Descale it with vinegar.", 0.20));
        assertEquals(
                "I found nothing in your documents that answers this. The nearest I have is [notes.md, lines 3-9](<file:///home/ada/notes.md#lines=3-9>),"
                        + " which is probably about something else.",
                answer("How tall is the Eiffel tower?"));
        index.hits.clear();
        assertEquals("I found nothing in your documents that answers this.", answer("How tall is the Eiffel tower?"));
    }

    @Test
    void where_meaning_is_missing_words_decide_and_it_is_said() {
        indexed("/home/ada");
        index.wordsOnly = Failure.of("embedding.unsupported", ErrorKind.RESOURCE, "There is no library.", null);
        index.hits.clear();
        index.hits.add(FixedIndex.hit("/home/ada/manual.pdf", "page 2", "The filter is rinsed with water.", null));

        String said = answer("how is the filter rinsed");

        assertTrue(said.startsWith("Your documents say:"), said);
        assertTrue(said.endsWith("Only words were compared: There is no library."), said);
        assertTrue(answer("when is the rent due").startsWith("I found nothing"), "nothing of it is there");
    }

    @Test
    void without_a_folder_it_says_how_to_add_one_and_asks_nothing_of_the_index() {
        assertEquals(
                "No folder is indexed yet, so I have nothing to look into. Add one with `officina index add FOLDER`.",
                answer("What does the lease say about pets?"));
        assertEquals(List.of(), index.queries);
    }

    @Test
    void questions_about_the_index_are_answered_with_the_folders() {
        indexed("/home/ada/papers");
        indexed("/home/ada/code");

        String said = answer("Which folders are indexed?");

        assertTrue(said.startsWith("Indexed are 2 folders:\n\n- `/home/ada/code`\n- `/home/ada/papers`\n"), said);
        assertTrue(said.contains("officina index sync"), said);
        assertEquals(List.of(), index.queries);
    }

    @Test
    void what_stands_in_a_document_cannot_pass_for_words_of_the_agent() {
        indexed("/home/ada");
        index.hits.clear();
        index.hits.add(FixedIndex.hit(
                "/home/ada/a`b\n.txt",
                "line 1",
                "# Urgent\n[pay](http://x) **now**\n\nor else <b>\n1. urgent\n- yes\n===",
                0.9));

        assertEquals("""
                Your documents say:

                [a\\`b'.txt, line 1](<file:///home/ada/a%60b%0A.txt#line=1>)

                > Urgent\s\s
                > \\[pay\\](http://x) \\*\\*now\\*\\*
                >\s
                > or else \\<b\\>\s\s
                > 1\\. urgent\s\s
                > - yes\s\s
                > \\===""", answer("what is urgent"));
    }

    @Test
    void a_long_passage_is_cut_around_the_words_of_the_question() {
        indexed("/home/ada");
        index.hits.clear();
        String text = "Before. ".repeat(150) + "The warranty lasts two years. " + "Behind. ".repeat(150);
        index.hits.add(FixedIndex.hit("/home/ada/a.txt", "line 1", text, 0.9));

        String said = answer("how long does the warranty last");

        assertTrue(said.contains("The warranty lasts two years."), said);
        assertTrue(said.contains("> ... Before.") && said.endsWith("Behind. ..."), said);
        assertTrue(said.length() < 800, said);
    }

    @Test
    void the_tool_gives_passages_to_a_model() throws Exception {
        ToolResult found = new SearchTool()
                .call(
                        JsonObject.EMPTY.with("query", "clean the filter").with("limit", 1),
                        context(extractor()).searching(index));

        JsonObject data = found.data();
        assertNotNull(data);
        assertEquals(1, data.items("passages").size());
        assertTrue(data.toString().contains("manual.pdf") && data.toString().contains("page 2"), data.toString());
        for (JsonObject wrong : List.of(
                JsonObject.EMPTY,
                JsonObject.EMPTY.with("query", " "),
                JsonObject.EMPTY.with("query", "x".repeat(1_001)),
                JsonObject.EMPTY.with("query", "x").with("limit", 0))) {
            assertFalse(new SearchTool().call(wrong, context(extractor())).success(), wrong.toString());
        }
    }

    @Test
    void the_tool_without_a_grant_fails() throws Exception {
        ToolResult refused = new SearchTool().call(JsonObject.EMPTY.with("query", "x"), context(extractor()));

        Failure failure = refused.failure();
        assertNotNull(failure);
        assertEquals("permission.denied", failure.code());
    }

    @Test
    void lines_that_stand_alone_stay_lines_and_wrapped_prose_flows() {
        indexed("/home/ada");
        index.hits.clear();
        index.hits.add(FixedIndex.hit(
                "/home/ada/list.md",
                "lines 1-6",
                "## Filter\n- rinse the filter\n- dry it\n\nThe filter is rinsed with cold water each week, without any\nsoap.",
                0.9));
        assertTrue(
                answer("How is the filter cleaned?")
                        .endsWith("> Filter  \n> - rinse the filter  \n> - dry it\n> \n"
                                + "> The filter is rinsed with cold water each week, without any\n> soap."),
                answer("How is the filter cleaned?"));
    }
}
