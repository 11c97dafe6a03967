// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch agent is: record kind {@code automation}. Changed in one append with the runs it tells of.
 *
 * @param paused whether the person has stopped it
 * @param since all points of its schedule up to here are done with
 * @param failures how often it failed in a row
 * @param retryAt when it is tried again; {@code null} where it waits for its next point
 * @param lastSuccess when the last run began that did its work; {@code null} before the first
 * @param last the newest run; {@code null} before the first
 */
public record Automation(
        PluginId plugin,
        boolean paused,
        Instant since,
        int failures,
        @Nullable Instant retryAt,
        @Nullable Instant lastSuccess,
        @Nullable LastRun last) {

    /** How a run stands. */
    public enum Ending {
        /** It is at work, or was when the program ended. */
        WORKING,
        DONE,
        FAILED,
        /** Something that it cannot do without is not allowed; nothing was run. */
        SKIPPED,
        /** The person stopped it, or the program was closed. */
        STOPPED
    }

    /**
     * A run.
     *
     * @param took how long it worked; zero while it does
     * @param cost of the models it asked, in their currency
     * @param text what it did, or why it did not; one line, empty while it works
     */
    public record LastRun(
            SessionId session,
            RunId run,
            Cause cause,
            Instant startedAt,
            Ending ending,
            Duration took,
            BigDecimal cost,
            String text,
            List<Count> counts) {

        public LastRun {
            counts = List.copyOf(counts);
        }

        /** One that has begun. */
        public LastRun(SessionId session, RunId run, Cause cause, Instant startedAt) {
            this(session, run, cause, startedAt, Ending.WORKING, Duration.ZERO, BigDecimal.ZERO, "", List.of());
        }

        private static LastRun from(JsonObject fields) {
            return new LastRun(
                    SessionId.parse(fields.requireText("session")),
                    RunId.parse(fields.requireText("run")),
                    Objects.requireNonNullElse(read(fields, "cause", constant(Cause.class)), Cause.SCHEDULE),
                    Instant.parse(fields.requireText("startedAt")),
                    Objects.requireNonNullElse(read(fields, "ending", constant(Ending.class)), Ending.WORKING),
                    Duration.ofMillis(fields.number("tookMillis", 0)),
                    new BigDecimal(fields.requireText("cost")),
                    Objects.requireNonNullElse(fields.text("text"), ""),
                    fields.items("counts").stream()
                            .filter(JsonObject.class::isInstance)
                            .map(each -> (JsonObject) each)
                            .map(each -> new Count(each.requireText("name"), each.number("value", 0)))
                            .toList());
        }

        private JsonObject fields() {
            return JsonObject.EMPTY
                    .with("session", session)
                    .with("run", run)
                    .with("cause", cause)
                    .with("startedAt", startedAt)
                    .with("ending", ending)
                    .with("tookMillis", took.toMillis())
                    .with("cost", cost.toPlainString())
                    .with("text", text)
                    .with(
                            "counts",
                            new JsonArray(counts.stream()
                                    .<JsonValue>map(each -> JsonObject.EMPTY
                                            .with("name", each.name())
                                            .with("value", each.value()))
                                    .toList()));
        }
    }

    private static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <T> @Nullable T read(JsonObject fields, String name, Function<String, T> form) {
        String text = fields.text(name);
        try {
            return text == null ? null : form.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("field \"" + name + "\" cannot be read: " + text, e);
        }
    }

    /** The record of that batch agent. */
    public static RecordId idOf(PluginId plugin) {
        return new RecordId(Uuids.derived("automation", plugin.value()));
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming what is wrong. */
    public static Automation from(JsonObject fields) {
        Instant since = read(fields, "since", Instant::parse);
        if (since == null) {
            throw new IllegalArgumentException("field \"since\" must be an instant");
        }
        return new Automation(
                new PluginId(fields.requireText("plugin")),
                fields.flag("paused"),
                since,
                (int) fields.number("failures", 0),
                read(fields, "retryAt", Instant::parse),
                read(fields, "lastSuccess", Instant::parse),
                fields.has("last") ? LastRun.from(fields.object("last")) : null);
    }

    /** The fields of the record. */
    public JsonObject fields() {
        LastRun newest = last;
        return JsonObject.EMPTY
                .with("plugin", plugin)
                .with("paused", paused)
                .with("since", since)
                .with("failures", failures)
                .withPresent("retryAt", retryAt)
                .withPresent("lastSuccess", lastSuccess)
                .withPresent("last", newest == null ? null : newest.fields());
    }
}
