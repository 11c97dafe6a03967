// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.plan.PlanStep;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page for users tells the truth. */
class TodosPageTests {

    private static final Path PAGE = Path.of("../../docs/start/todos.md");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.*?) ?\\|");

    @TestFactory
    Stream<DynamicTest> what_the_page_says_happens() throws IOException {
        String page = Files.readString(PAGE);
        return rows(page)
                .map(row -> DynamicTest.dynamicTest(
                        row.group(1),
                        () -> assertEquals(row.group(2), outcome(begun(page).says(row.group(1))))));
    }

    @Test
    void the_page_has_many_examples() throws IOException {
        assertTrue(rows(Files.readString(PAGE)).count() >= 40);
    }

    private static Stream<Matcher> rows(String page) {
        return page.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(1).equals("you say"));
    }

    /** With the to-dos that the page says are there. */
    private static TaskStory begun(String page) {
        TaskStory story = new TaskStory();
        int start = page.indexOf("```\n") + 4;
        story.does(story.says(page.substring(start, page.indexOf("```", start))));
        return story;
    }

    /** The lines of the steps; else the question with its options; else the answer on one line. */
    static String outcome(AgentReply reply) {
        AgentQuestion question = reply.question();
        if (question != null) {
            return question.text() + " " + String.join(" / ", question.options());
        }
        List<PlanStep> steps = reply.actions();
        return steps.isEmpty()
                ? TaskStory.words(reply).replaceAll("\\n+(?:- )?", " ").strip()
                : steps.stream().map(PlanStep::title).collect(Collectors.joining("; "));
    }
}
