// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.tool.Tool;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.core.plugin.PluginInfo;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.Test;

/**
 * What every tool must do. Extend it beside the tests of the tool's bundle; it reads the bundle's manifest. Records are
 * kept in memory, and only what the manifest asks for is granted.
 */
public abstract class ToolContractTests {

    private static final RecordId PROJECT = InMemoryRecordAccess.id(1_000);
    private static final int LONGEST_TITLE = 60;

    private final FakeClock clock = new FakeClock();
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);

    /** The tool as the framework would make it; called for each use. */
    protected abstract Tool tool();

    /** Inputs that fit its schema; at least one. */
    protected abstract List<JsonObject> inputs();

    /** What finds dates, quantities and people in texts; without it nothing is found. */
    protected EntityExtractor extractor() {
        return (text, context) -> new Entities(text, List.of());
    }

    /** Gives the context what the tool needs beside records: an index to search, files to read. */
    protected void prepare(FakeAgentContext context) {
        // most tools need no more
    }

    /** The records that the tool works with, for a test to fill or to look at. */
    protected final InMemoryRecordAccess records() {
        return records;
    }

    /** What the tool gives for an input. */
    protected final ToolResult call(JsonObject input) throws IOException {
        Tool tool = tool();
        FakeAgentContext context = new FakeAgentContext(
                PROJECT,
                new AskedRecords(records, OwnBundle.of(tool).asked(PluginInfo.TOOL)),
                extractor(),
                new LanguageContext(clock.instant(), ZoneId.of("Europe/Rome"), Locale.UK));
        prepare(context);
        try {
            return tool.call(input, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void the_manifest_declares_the_tool_by_the_owner_in_its_id() throws IOException {
        Tool tool = tool();

        assertEquals(
                OwnBundle.of(tool).declared(PluginInfo.TOOL).info().id().value(),
                tool.descriptor().id().owner());
    }

    @Test
    void people_and_models_can_read_what_it_is() {
        ToolDescriptor descriptor = tool().descriptor();

        for (String text : List.of(descriptor.title(), descriptor.description())) {
            assertFalse(text.isBlank(), "title and description say something");
            assertTrue(text.chars().noneMatch(Character::isISOControl), () -> "one line of plain text: " + text);
        }
        assertTrue(descriptor.title().length() <= LONGEST_TITLE, "a title is two or three words");
        assertEquals("object", descriptor.inputSchema().text("type"), "the schema is one of an object");
        assertEquals(descriptor, tool().descriptor(), "the descriptor is constant");
    }

    @Test
    void each_input_has_a_result_with_what_the_manifest_asks_for() throws IOException {
        assertFalse(inputs().isEmpty(), "one input at least");
        for (JsonObject input : inputs()) {
            ToolResult result = call(input);
            Failure failure = result.failure();
            assertNotEquals("permission.denied", failure == null ? "" : failure.code(), input::toString);
            assertTrue(result.data() != null || !result.parts().isEmpty(), () -> "no answer for: " + input);
        }
    }

    @Test
    void one_that_only_reads_changes_nothing_and_gives_the_same_again() throws IOException {
        if (!tool().descriptor().effect().equals(ToolEffect.READS)) {
            return;
        }
        for (JsonObject input : inputs()) {
            assertEquals(call(input), call(input), input::toString);
        }
        assertEquals(List.of(), records.writes());
    }
}
