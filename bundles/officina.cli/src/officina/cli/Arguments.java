// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.Arrays;
import java.util.List;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * The user's arguments as they were typed. The start script puts {@code =} before each of them, because the platform
 * would take words such as {@code -data} or {@code -debug} for its own.
 */
final class Arguments {

    private static final String MARK = "=";

    private Arguments() {}

    static List<String> of(IApplicationContext context) {
        return context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] words
                ? unmarked(words)
                : List.of();
    }

    /** Words without the mark were meant for the platform. */
    static List<String> unmarked(String... words) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(MARK))
                .map(word -> word.substring(MARK.length()))
                .toList();
    }
}
