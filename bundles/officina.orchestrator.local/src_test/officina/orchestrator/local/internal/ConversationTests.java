// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import officina.api.chat.ExecutionMode;
import org.junit.jupiter.api.Test;

/**
 * What people say to the real orchestrator with the real agent, and every word they get back, in {@code
 * conversations.txt}: to be read by somebody who asks whether this is a good answer. With {@code -Dregenerate=true} the
 * answers are written anew; then read what changed.
 *
 * <p>In the file {@code >} is what is said, {@code plan>} the same in plan mode (plans are approved), {@code >>} an answer
 * to a question that comes back, {@code ===} another person with no to-dos, {@code #} a heading. The rest is what is seen.
 */
class ConversationTests {

    private static final Path FILE = Path.of("src_test/officina/orchestrator/local/internal/conversations.txt");
    private static final Pattern CAPABILITIES =
            Pattern.compile("\n\n- \\*\\*To-dos\\*\\*: Keeps[^\n]*\n(?:  - [^\n]*\n)+");

    @Test
    void every_answer_is_the_one_that_was_read_and_found_good() throws Exception {
        String written = Files.readString(FILE);
        String now = again(written.lines().toList());
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(FILE, now);
        } else {
            assertEquals(written, now);
        }
    }

    @Test
    void there_is_much_to_read() throws IOException {
        long said = Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("> ") || line.startsWith("plan> "))
                .count();
        assertTrue(said >= 150);
    }

    @Test
    void a_very_long_text_gets_an_answer_that_says_what_to_do() throws InterruptedException {
        String note = "the meeting was long and nothing was decided, ".repeat(110);
        String mail = "Dear team,\n" + "we have to talk about the plan for next year. ".repeat(60) + "\nBest\nTom";
        Talk talk = new Talk();

        assertEquals(
                List.of(
                        "That is more text than I can read as a request. Say in a sentence what is to be done, or give a"
                                + " list with one to-do a line.\n(done: Answered by To-dos)",
                        "The title would have 2,759 characters, 500 is the most. Say it shorter and put the rest after"
                                + " \"note:\". Nothing was added.\n(done: Answered by To-dos)",
                        List.of()),
                List.of(
                        talk.says("Remind me that " + note, ExecutionMode.DIRECT, List.of()),
                        talk.says(mail, ExecutionMode.DIRECT, List.of()),
                        talk.todos()));
    }

    private static String again(List<String> lines) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        Talk talk = new Talk();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("#")) {
                text.append(line).append('\n');
            } else if (line.equals("===")) {
                talk = new Talk();
                text.append("\n===\n");
            } else if (line.startsWith("> ") || line.startsWith("plan> ")) {
                List<String> answers = new ArrayList<>();
                while (at + 1 < lines.size() && lines.get(at + 1).startsWith(">> ")) {
                    answers.add(lines.get(++at).substring(3));
                }
                text.append('\n').append(line).append('\n');
                answers.forEach(answer -> text.append(">> ").append(answer).append('\n'));
                ExecutionMode mode = line.startsWith("plan") ? ExecutionMode.PLAN : ExecutionMode.DIRECT;
                String said = line.substring(line.indexOf('>') + 2).replace("\\n", "\n");
                String seen =
                        CAPABILITIES.matcher(talk.says(said, mode, answers)).replaceAll(" ...\n");
                seen.lines()
                        .filter(each -> !each.isBlank())
                        .forEach(each -> text.append("    ").append(each).append('\n'));
            }
        }
        return text.toString();
    }
}
