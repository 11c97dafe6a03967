// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import officina.engine.PluginProcess;
import officina.ui.base.Dates;
import officina.ui.base.PluginNames;

/** A process of plug-ins in plain words. */
public record ProcessText(Dates dates) {

    private static final double MEGA = 1_000_000.0;

    /** What runs in it. */
    public static String name(PluginProcess process) {
        return process.plugins().isEmpty()
                ? process.bundle()
                : process.plugins().stream().map(PluginNames::of).collect(Collectors.joining(", "));
    }

    /** The cells of its row, in the order of the columns. */
    public List<String> row(PluginProcess process) {
        return List.of(
                name(process),
                level(process),
                calls(process),
                processor(process.processor()),
                memory(process.memory()),
                dates.ago(process.since()));
    }

    /** What keeps it in; a level is one only after attempts to get past it have failed. */
    public static String level(PluginProcess process) {
        return switch (process.level()) {
            case "bubblewrap" -> Words.LEVEL_BUBBLEWRAP.text();
            case "lockdown" -> Words.LEVEL_LOCKDOWN.text();
            default -> Words.LEVEL_UNKNOWN.text(process.level());
        };
    }

    /** Whether something keeps it in that was verified. */
    public static boolean isVerified(PluginProcess process) {
        return process.level().equals("bubblewrap") || process.level().equals("lockdown");
    }

    public static String levelMeaning(PluginProcess process) {
        return (isVerified(process) ? Words.LEVEL_VERIFIED_MEANING : Words.LEVEL_UNKNOWN_MEANING).text();
    }

    public static String calls(PluginProcess process) {
        return Words.CALLS.text(process.calls());
    }

    /** Everything that does not change while it runs. */
    public String facts(PluginProcess process) {
        return Words.PROCESS_FACTS.text(
                process.bundle(), Long.toString(process.process()), dates.full(process.since()));
    }

    private String processor(Duration time) {
        NumberFormat format = NumberFormat.getNumberInstance(dates.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return Words.PROCESS_SECONDS.text(format.format(time.toMillis() / 1_000.0));
    }

    private String memory(long bytes) {
        return Words.PROCESS_MEGABYTES.text(
                NumberFormat.getIntegerInstance(dates.locale()).format(Math.round(bytes / MEGA)));
    }
}
