// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Intent;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.reading.Understanding;
import officina.api.language.LanguageContext;
import officina.language.WordEntityExtractor;
import org.junit.jupiter.api.Test;

/** What the bundle says about itself. */
class DescriptorTests {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void the_examples_are_many_and_each_is_understood() throws IOException {
        List<String> examples = examples();
        assertTrue(examples.size() >= 40);
        List<String> puzzling = examples.stream()
                .filter(example ->
                        TaskStory.words(new TaskStory().says(example)).startsWith("I did not understand"))
                .toList();
        assertEquals(List.of(), puzzling);
    }

    @Test
    void the_examples_speak_of_everything_the_agent_is_for() throws IOException {
        Set<Intent> missing = EnumSet.of(
                Intent.CREATE,
                Intent.ITEMS,
                Intent.MOVE,
                Intent.SHIFT,
                Intent.PRIORITY,
                Intent.RENAME,
                Intent.COMPLETE,
                Intent.REOPEN,
                Intent.DELETE,
                Intent.LIST,
                Intent.COUNT,
                Intent.SUGGEST,
                Intent.NONE);
        LanguageContext context = new LanguageContext(Instant.parse("2026-11-18T09:15:00Z"), TaskStory.ROME, Locale.UK);
        for (String example : examples()) {
            Request read = Understanding.english().requests().read(example, new WordEntityExtractor(), context);
            assertNotNull(read);
            missing.remove(read.intent());
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void the_manifest_asks_for_to_dos_and_notifications_and_nothing_else() throws IOException {
        Attributes headers;
        try (InputStream in = Files.newInputStream(Path.of("META-INF/MANIFEST.MF"))) {
            headers = new Manifest(in).getMainAttributes();
        }
        List<String> asked = new ArrayList<>();
        Matcher permission = Pattern.compile("officina\\.permission=([a-z.]+)\\)\";?([^,]*)")
                .matcher(headers.getValue("Require-Capability"));
        while (permission.find()) {
            asked.add(permission.group(1) + ";" + permission.group(2).replaceAll("\\s+", ""));
        }
        assertEquals(
                List.of(
                        "store.read;kinds:List<String>=\"todo\";reason=\"%permission.read\"",
                        "store.write;kinds:List<String>=\"todo\";reason=\"%permission.write\"",
                        "notify;resolution:=optional;reason=\"%permission.notify\""),
                asked);
    }

    private static List<String> examples() throws IOException {
        String json = Files.readString(Path.of("OSGI-INF/officina/agent.json"));
        Matcher text = TEXT.matcher(json.substring(json.indexOf("\"examples\"") + "\"examples\"".length()));
        List<String> examples = new ArrayList<>();
        while (text.find()) {
            examples.add(text.group(1));
        }
        return examples;
    }
}
