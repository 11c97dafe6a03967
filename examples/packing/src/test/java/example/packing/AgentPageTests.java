// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about agents quotes this bundle, and nothing but what stands in it. */
class AgentPageTests {

    private static final Path PAGE = Path.of("../../docs/start/agent.md");
    private static final Pattern QUOTED = Pattern.compile("```(\\S+)\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void every_piece_of_the_page_stands_in_the_file_that_it_names() throws IOException {
        List<String> foreign = new ArrayList<>();
        int pieces = 0;
        Matcher quoted = QUOTED.matcher(Files.readString(PAGE));
        while (quoted.find()) {
            pieces++;
            if (!Files.readString(Path.of(quoted.group(1))).contains(quoted.group(2))) {
                foreign.add(quoted.group(2));
            }
        }

        assertTrue(pieces >= 7, pieces + " pieces");
        assertEquals(List.of(), foreign);
    }
}
