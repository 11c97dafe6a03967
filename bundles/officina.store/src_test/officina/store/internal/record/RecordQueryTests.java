// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import officina.store.internal.Todos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records a query finds. */
class RecordQueryTests {

    @TempDir
    Path temp;

    private final Story story = new Story().edit(Story.session(1), Story.run(1));

    private void todo(int number, JsonObject fields) {
        story.put(Story.session(1), Story.run(1), RecordKind.TODO, Story.record(number), fields);
    }

    private List<RecordId> find(Map<String, JsonValue> equal, @Nullable String text, int limit) {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            return store.list(new RecordQuery(RecordKind.TODO, equal, text, limit)).stream()
                    .map(DataRecord::id)
                    .toList();
        }
    }

    private static List<RecordId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(Story::record).toList();
    }

    @Test
    void the_newest_change_comes_first() {
        todo(1, Todos.fields("a"));
        todo(2, Todos.fields("b"));
        todo(3, Todos.fields("c"));
        todo(1, Todos.fields("d"));
        assertEquals(ids(1, 3, 2), find(Map.of(), null, 10));
    }

    @Test
    void a_clock_that_went_back_does_not_change_the_order() {
        todo(1, Todos.fields("a"));
        story.at(story.last().at().minusSeconds(86_400));
        todo(2, Todos.fields("b"));
        assertEquals(ids(2, 1), find(Map.of(), null, 10));
    }

    @Test
    void the_limit_is_kept() {
        IntStream.range(0, 30).forEach(i -> todo(i, Todos.fields("t" + i)));
        assertEquals(ids(29, 28, 27), find(Map.of(), null, 3));
    }

    @Test
    void fields_of_every_type_can_be_asked_for() {
        todo(1, Todos.fields("a").with("due", LocalDate.of(2026, 12, 12)).with("people", List.of("Ada")));
        todo(2, Todos.fields("b").with("status", "done").with("extra", 7).with("flag", true));
        assertEquals(ids(1), find(Map.of("due", new JsonText("2026-12-12")), null, 10));
        assertEquals(ids(1), find(Map.of("people", JsonValue.of(List.of("Ada"))), null, 10));
        assertEquals(ids(2), find(Map.of("status", new JsonText("done")), null, 10));
        assertEquals(ids(2), find(Map.of("extra", JsonValue.of(7.0)), null, 10));
        assertEquals(ids(2), find(Map.of("flag", new JsonBoolean(true), "title", new JsonText("b")), null, 10));
        assertEquals(ids(2, 1), find(Map.of("project", JsonValue.of(Story.PROJECT)), null, 10));
    }

    @Test
    void null_asks_for_what_is_absent() {
        todo(1, Todos.fields("a").with("due", LocalDate.of(2026, 12, 12)));
        todo(2, Todos.fields("b"));
        todo(3, Todos.fields("c").with("due", JsonNull.NULL));
        assertEquals(ids(3, 2), find(Map.of("due", JsonNull.NULL), null, 10));
        assertEquals(ids(3, 2, 1), find(Map.of("nobody", JsonNull.NULL), null, 10));
    }

    @Test
    void values_that_no_field_can_have_find_nothing() {
        todo(1, Todos.fields("a"));
        assertEquals(ids(), find(Map.of("due", new JsonText("tomorrow")), null, 10));
        assertEquals(ids(), find(Map.of("status", new JsonText("lost")), null, 10));
        assertEquals(ids(), find(Map.of("project", new JsonNumber(java.math.BigDecimal.ONE)), null, 10));
        assertEquals(ids(), find(Map.of("title' or 1=1 --", new JsonText("a")), null, 10));
        assertEquals(ids(), find(Map.of("title", new JsonText("' or 1=1 --")), null, 10));
    }

    @Test
    void only_exactly_equal_values_count() {
        todo(1, Todos.fields("a").with("status", "OPEN"));
        todo(2, Todos.fields("a"));
        assertEquals(ids(2), find(Map.of("status", new JsonText("open")), null, 10));
        assertEquals(ids(1), find(Map.of("status", new JsonText("OPEN")), null, 10));
    }

    @Test
    void every_word_must_occur_in_any_case_and_order() {
        todo(1, Todos.fields("Renew the Passport", "at the TOWN hall"));
        todo(2, Todos.fields("Renew the contract"));
        assertEquals(ids(1), find(Map.of(), "passport renew", 10));
        assertEquals(ids(1), find(Map.of(), "  town   PASS ", 10));
        assertEquals(ids(2, 1), find(Map.of(), "RENEW", 10));
        assertEquals(ids(), find(Map.of(), "renew visa", 10));
        assertEquals(ids(2, 1), find(Map.of(), "  ", 10));
    }

    @Test
    void words_are_found_in_any_script() {
        todo(1, Todos.fields("Straße CAF\u00c9 \u039f\u0394\u039f\u03a3"));
        todo(2, Todos.fields("\u05e9\u05dc\u05d5\u05dd \u4e2d\u6587 \ud83c\udf88"));
        assertEquals(ids(1), find(Map.of(), "STRASSE cafe\u0301", 10));
        assertEquals(ids(1), find(Map.of(), "\u03bf\u03b4\u03bf\u03c2", 10));
        assertEquals(ids(1), find(Map.of(), "\u03bf\u03b4\u03bf\u03c3", 10));
        assertEquals(ids(2), find(Map.of(), "\u05dc\u05d5\u05dd \u6587\u3000\ud83c\udf88", 10));
    }

    @Test
    void placeholders_and_quotes_are_only_characters() {
        todo(1, Todos.fields("100% of it_all #1 'x' \\ ?"));
        todo(2, Todos.fields("1000 of itxall"));
        assertEquals(ids(1), find(Map.of(), "100% it_all #1 'x' \\ ?", 10));
        assertEquals(ids(), find(Map.of(), "%%%", 10));
        assertEquals(ids(), find(Map.of(), "'; drop table todo; --", 10));
        assertEquals(ids(2, 1), find(Map.of(), "it", 10));
    }

    @Test
    void a_record_that_does_not_fit_its_table_is_found_like_any_other() {
        todo(1, Todos.fields("good"));
        todo(2, Todos.fields("odd").with("due", "some day"));
        todo(3, Todos.fields("good").with("priority", "cosmic"));
        assertEquals(ids(3, 2, 1), find(Map.of(), null, 10));
        assertEquals(ids(3, 2, 1), find(Map.of("status", new JsonText("open")), null, 10));
        assertEquals(ids(3, 2), find(Map.of("status", new JsonText("open")), null, 2));
        assertEquals(ids(2), find(Map.of("due", new JsonText("some day")), null, 10));
        assertEquals(ids(3), find(Map.of("priority", new JsonText("cosmic")), "good", 10));
    }

    @Test
    void fields_without_a_column_are_looked_for_through_all_pages() {
        IntStream.range(0, 1_000).forEach(i -> todo(i, Todos.fields("t" + i).with("extra", i % 300)));
        assertEquals(ids(907, 607, 307), find(Map.of("extra", JsonValue.of(7)), null, 3));
        assertEquals(ids(907, 607, 307, 7), find(Map.of("extra", JsonValue.of(7)), null, 1_000));
    }

    @Test
    void a_kind_that_nobody_knows_is_listed_and_searched() {
        RecordKind flow = new RecordKind("flow");
        story.put(
                Story.session(1),
                Story.run(1),
                flow,
                Story.record(1),
                JsonObject.EMPTY.with("name", "Nightly").with("n", 1));
        story.put(
                Story.session(1),
                Story.run(1),
                flow,
                Story.record(2),
                JsonObject.EMPTY.with("name", "Daily").with("n", 2));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(2, store.list(RecordQuery.all(flow)).size());
            assertEquals(
                    1,
                    store.list(new RecordQuery(flow, Map.of("n", JsonValue.of(2)), "daily", 5))
                            .size());
            assertEquals(List.of(), store.list(RecordQuery.all(new RecordKind("nothing"))));
        }
    }
}
