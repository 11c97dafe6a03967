// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import officina.api.agent.AgentReply;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TaskAgentTests {

    private record Dialogue(int line, List<String> todos, List<String> said, String outcome) {}

    @TestFactory
    Stream<DynamicTest> every_dialogue_of_the_file_has_the_outcome_that_stands_there() {
        return dialogues().stream()
                .map(dialogue -> DynamicTest.dynamicTest(
                        "line " + dialogue.line() + ": " + dialogue.said(), () -> check(dialogue)));
    }

    @Test
    void there_are_many_dialogues() {
        assertTrue(dialogues().size() >= 120);
    }

    private static void check(Dialogue dialogue) {
        TaskStory story = new TaskStory();
        dialogue.todos().forEach(story::has);
        int before = story.records().writes().size();
        String[] answers = dialogue.said().subList(1, dialogue.said().size()).toArray(String[]::new);
        AgentReply reply = story.says(dialogue.said().getFirst().replace("\\n", "\n"), answers);
        assertEquals(dialogue.outcome(), TaskStory.outcome(reply), () -> "line " + dialogue.line());
        assertEquals(before, story.records().writes().size(), "the agent itself must not write");
    }

    /**
     * Lines with {@code #} are comments, with {@code *} to-dos that there are from here on (a lone {@code *} takes them
     * away); the others are what is said (answers after {@code >>}) and what comes of it.
     */
    private static List<Dialogue> dialogues() {
        List<Dialogue> dialogues = new ArrayList<>();
        List<String> todos = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (line.equals("*")) {
                todos.clear();
            } else if (line.startsWith("* ")) {
                todos.add(line.substring(2));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.indexOf(" => ");
                dialogues.add(new Dialogue(
                        number,
                        List.copyOf(todos),
                        List.of(line.substring(0, arrow).split(" >> ")),
                        line.substring(arrow + 4)));
            }
        }
        return dialogues;
    }

    private static List<String> lines() {
        try (InputStream in = TaskAgentTests.class.getResourceAsStream("dialogues.txt")) {
            if (in == null) {
                throw new IllegalStateException("the tests lack dialogues.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
