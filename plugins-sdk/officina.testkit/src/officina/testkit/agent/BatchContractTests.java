// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.core.plugin.PluginInfo;
import officina.testkit.FakeClock;
import org.junit.jupiter.api.Test;

/**
 * What every batch agent must do. Extend it beside the tests of the agent's bundle; it reads the bundle's manifest and
 * descriptor. Records are kept in memory, and only what the manifest asks for is granted.
 */
public abstract class BatchContractTests {

    private static final RecordId PROJECT = InMemoryRecordAccess.id(1_000);

    private final FakeClock clock = new FakeClock();
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);

    /** The agent as the framework would make it; called for each run. */
    protected abstract BatchAgent agent();

    /** What finds dates, quantities and people in texts; without it nothing is found. */
    protected EntityExtractor extractor() {
        return (text, context) -> new Entities(text, List.of());
    }

    /** Gives the context what the agent needs beside records: an index to search, files to read. */
    protected void prepare(FakeAgentContext context) {
        // some need no more
    }

    /** The records that the agent works with, for a test to fill or to look at. */
    protected final InMemoryRecordAccess records() {
        return records;
    }

    /** What a run does that was started for this reason. */
    protected final BatchResult run(Cause cause) throws IOException {
        BatchAgent agent = agent();
        FakeAgentContext context = new FakeAgentContext(
                PROJECT,
                new AskedRecords(records, OwnBundle.of(agent).asked(PluginInfo.BATCH)),
                extractor(),
                new LanguageContext(clock.instant(), ZoneId.of("Europe/Rome"), Locale.UK));
        prepare(context);
        boolean first = cause == Cause.SCHEDULE;
        BatchTrigger trigger = new BatchTrigger(
                cause, clock.instant(), first ? null : clock.instant().minus(Duration.ofHours(1)), JsonObject.EMPTY);
        try {
            return agent.run(trigger, context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void the_manifest_declares_one_batch_agent_and_nothing_in_it_is_ignored() throws IOException {
        OwnBundle bundle = OwnBundle.of(agent());

        assertEquals(PluginInfo.BATCH, bundle.declared(PluginInfo.BATCH).info().kind());
    }

    @Test
    void the_descriptor_says_what_it_is() throws IOException {
        JsonObject descriptor = OwnBundle.of(agent()).descriptor(PluginInfo.BATCH);

        assertFalse(descriptor.requireText("name").isBlank(), "the descriptor needs a name");
        assertFalse(descriptor.requireText("description").isBlank(), "the descriptor needs a description");
    }

    @Test
    void whatever_starts_it_it_says_in_one_line_what_it_did_with_what_the_manifest_asks_for() throws IOException {
        for (Cause cause : Cause.values()) {
            String summary = run(cause).summary();
            assertFalse(summary.isBlank(), () -> "no summary: " + cause);
            assertTrue(
                    summary.length() <= BatchResult.LONGEST_SUMMARY
                            && summary.chars().noneMatch(Character::isISOControl),
                    () -> "not one line: " + summary);
        }
    }

    @Test
    void what_was_done_before_a_crash_is_not_done_again() throws IOException {
        BatchResult _ = run(Cause.SCHEDULE);
        long made = made();
        BatchResult _ = run(Cause.SCHEDULE);

        assertEquals(made, made(), "records that were created");
    }

    private long made() {
        return records.writes().stream()
                .filter(each -> each.startsWith("create "))
                .count();
    }
}
