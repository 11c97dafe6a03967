// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkdownRowsTests {

    @Test
    void inline_marks_become_spans_and_overlap_is_joined() {
        assertEquals(
                List.of(prose(
                        Gap.TURN,
                        new RichText(
                                "a b c d",
                                List.of(
                                        new Span(2, 4, Set.of(Mark.STRONG), null),
                                        new Span(4, 5, Set.of(Mark.STRONG, Mark.EMPHASIS), null),
                                        new Span(6, 7, Set.of(Mark.CODE), null))))),
                rows("a **b *c*** `d`"));
    }

    @Test
    void links_and_bare_addresses_keep_where_they_lead() {
        Row.Prose prose = (Row.Prose)
                rows("see [here](https://a.example/x) or https://b.example").getFirst();
        assertEquals(
                List.of(
                        new Span(4, 8, Set.of(), "https://a.example/x"),
                        new Span(12, 29, Set.of(), "https://b.example")),
                prose.content().spans());
    }

    @Test
    void a_picture_is_a_link_and_html_is_text() {
        Row.Prose prose =
                (Row.Prose) rows("![a cat](http://x.example/c.png) <b>bold</b>").getFirst();
        assertEquals("a cat <b>bold</b>", prose.plain());
        assertEquals(
                new Span(0, 5, Set.of(), "http://x.example/c.png"),
                prose.content().spans().getFirst());
    }

    @Test
    void lists_carry_markers_depth_and_tight_gaps() {
        assertEquals(
                List.of(
                        "TURN 1 \u2022 one",
                        "TIGHT 2 1. deep",
                        "TIGHT 2 2. deeper",
                        "TIGHT 1 \u2611 done",
                        "TIGHT 1 \u2610 open"),
                rows("- one\n   1. deep\n   2. deeper\n- [x] done\n- [ ] open").stream()
                        .map(row -> (Row.Prose) row)
                        .map(row ->
                                row.place().gap() + " " + row.place().indent() + " " + row.marker() + " " + row.plain())
                        .toList());
    }

    @Test
    void headings_keep_distance_and_quotes_count_their_depth() {
        List<Row> rows = rows("# A\ntext\n## B\n> q\n>> qq");
        assertEquals(
                List.of(Gap.TURN, Gap.PARAGRAPH, Gap.SECTION, Gap.PARAGRAPH, Gap.PARAGRAPH),
                rows.stream().map(row -> row.place().gap()).toList());
        assertEquals(
                List.of(0, 0, 0, 1, 2),
                rows.stream().map(row -> row.place().quotes()).toList());
    }

    @Test
    void a_long_listing_is_cut_into_rows_at_line_ends_without_losing_a_character() {
        String code = java.util.stream.IntStream.range(0, 450)
                .mapToObj(i -> "line " + i)
                .collect(Collectors.joining("\n"));
        List<Row> rows = rows("```java\n" + code + "\n```");
        assertEquals(5, rows.size());
        assertEquals(code, rows.stream().map(Row::plain).collect(Collectors.joining("\n")));
        assertTrue(((Row.Listing) rows.getFirst()).first() && ((Row.Listing) rows.getLast()).last());
    }

    @Test
    void a_listing_of_one_endless_line_is_cut_by_characters() {
        String code = "x".repeat(10_000);
        assertEquals(
                List.of(4_000, 4_000, 2_000),
                rows("```\n" + code + "\n```").stream()
                        .map(row -> row.plain().length())
                        .toList());
    }

    @Test
    void an_endless_paragraph_is_cut_into_rows_that_follow_without_gap() {
        List<Row> rows = rows("word ".repeat(2_000));
        assertEquals(3, rows.size());
        assertEquals(Gap.NONE, rows.get(1).place().gap());
        assertEquals(
                "word ".repeat(2_000).strip(), rows.stream().map(Row::plain).collect(Collectors.joining()));
    }

    @Test
    void tables_share_their_shape() {
        List<Row> rows = rows("| To-do | Due |\n|:--|--:|\n| Renew passport | 12 Dec |\n| Call | |");
        TableShape shape = new TableShape(
                List.of(
                        new TableShape.Column(TableShape.Align.LEFT, "Renew passport", "", "passport"),
                        new TableShape.Column(TableShape.Align.RIGHT, "12 Dec", "", "Due")),
                false);
        assertEquals(3, rows.size());
        assertTrue(rows.stream().allMatch(row -> ((Row.TableLine) row).shape().equals(shape)));
        assertEquals("Renew passport\t12 Dec", rows.get(1).plain());
        assertTrue(((Row.TableLine) rows.getFirst()).header());
    }

    @Test
    void lines_that_a_person_typed_stay_lines() {
        assertEquals(
                "one\ntwo",
                MarkdownRows.of("one\ntwo", Voice.PERSON, Gap.TURN).getFirst().plain());
        assertEquals("one two", rows("one\ntwo").getFirst().plain());
    }

    @Test
    void nesting_without_end_is_shown_at_a_bearable_depth() {
        List<Row> rows = rows("> ".repeat(500) + "deep");
        assertTrue(rows.stream().allMatch(row -> row.place().quotes() <= MarkdownRows.MOST_DEPTH));
    }

    @Test
    void marks_nested_without_end_keep_their_text() {
        String open = "*a _b ".repeat(3_000);
        String close = " b_ a*".repeat(3_000);
        String plain = rows(open + close).stream().map(Row::plain).collect(Collectors.joining());
        assertEquals(12_000, plain.chars().filter(c -> c == 'a' || c == 'b').count());
    }

    private static List<Row> rows(String markdown) {
        return MarkdownRows.of(markdown, Voice.AGENT, Gap.TURN);
    }

    private static Row prose(Gap gap, RichText text) {
        return new Row.Prose(Place.of(Voice.AGENT, gap), text, Face.BODY, "");
    }
}
