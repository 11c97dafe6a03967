// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Instant;
import java.util.List;
import officina.api.batch.Automation.LastRun;
import officina.api.id.PluginId;
import org.jspecify.annotations.Nullable;

/**
 * A batch agent as a person sees it.
 *
 * @param name as its descriptor says; its id where that is not known
 * @param description what it does; empty where that is not known
 * @param schedule when it works by itself, as crontab writes it; empty for one that waits to be asked
 * @param zone the time zone of the schedule, where its manifest names one; empty for the one of the machine
 * @param next when it begins by itself; {@code null} where it does not
 * @param failures how often it failed in a row
 * @param lastSuccess when the last run began that did its work; {@code null} before the first
 * @param last the newest run, at work or not; {@code null} before the first
 * @param problems why it cannot run; whole sentences, none when it can
 */
public record AutomationItem(
        PluginId plugin,
        String name,
        String description,
        String schedule,
        String zone,
        State state,
        @Nullable Instant next,
        int failures,
        @Nullable Instant lastSuccess,
        @Nullable LastRun last,
        List<String> problems) {

    /** What it does now. */
    public enum State {
        /** It waits for its time, or to be asked. */
        WAITING,
        AT_WORK,
        /** It failed and is tried again. */
        RETRYING,
        /** The person has stopped it. */
        PAUSED
    }

    public AutomationItem {
        problems = List.copyOf(problems);
    }
}
