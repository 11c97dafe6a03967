// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowMarkdownTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain **strong** *soft* `code` ~~gone~~",
                "# Title\n\ntext\n\n## Part\n\nmore",
                "- one\n- two\n   1. deep\n   2. deeper",
                "- [ ] open\n- [x] done",
                "> quoted\n> and more",
                "```java\nint a = 1;\n\nint b;\n```",
                "| A | B |\n|---|--:|\n| a \\| b | 1 |",
                "see [here](https://a.example) and <https://b.example>",
                "stars \\* and \\_lines\\_",
                "a\n\n---\n\nb"
            })
    void what_is_written_back_reads_the_same(String markdown) {
        List<Row> rows = MarkdownRows.of(markdown, Voice.AGENT, Gap.TURN);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            written.append(RowMarkdown.of(rows.get(i), i == 0 ? null : rows.get(i - 1)));
        }
        assertEquals(rows, MarkdownRows.of(written.toString(), Voice.AGENT, Gap.TURN));
    }
}
