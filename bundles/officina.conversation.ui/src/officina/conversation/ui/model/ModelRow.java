// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import java.util.Locale;
import officina.ui.base.Icon;
import org.jspecify.annotations.Nullable;

/**
 * A line of what may answer in a conversation.
 *
 * @param icon what kind of line it is
 * @param title what it is called: a model's name
 * @param detail where it is, or what it means
 * @param pick what choosing it does; {@code null} where it only says something
 * @param chosen whether that holds now
 */
public record ModelRow(
        Icon icon, String title, String detail, @Nullable Pick pick, boolean chosen) {

    /** What a line does. */
    public sealed interface Pick {

        /**
         * A model of an account.
         *
         * @param model as the server names it
         */
        record Use(String account, String model) implements Pick {}

        /** No model: agents answer, by rules. */
        record None() implements Pick {}

        /** What is chosen for the project or for all. */
        record Elsewhere() implements Pick {}

        /** The page where servers are added. */
        record SetUp() implements Pick {}
    }

    /** Those that have the words in them, in their order. */
    public static List<ModelRow> having(List<ModelRow> rows, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> (row.title() + " " + row.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
