// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger.Cause;
import officina.engine.AutomationItem;

/** What works by itself, as JSON. */
final class BatchForms {

    private static final JsonForm<Count> COUNT = JsonForm.<Count>of("count", "What a batch agent counted.")
            .with("name", JsonKind.TEXT, "Of what.", Count::name)
            .with("value", JsonKind.NUMBER, "How many.", Count::value);

    private static final JsonForm<LastRun> LAST = JsonForm.<LastRun>of("last run", "The newest run of a batch agent.")
            .with("run", JsonKind.IDENTIFIER, "Its identifier.", LastRun::run)
            .with("session", JsonKind.IDENTIFIER, "The session it is in.", LastRun::session)
            .with("cause", JsonKind.oneOf(Cause.class), "What started it.", LastRun::cause)
            .with("startedAt", JsonKind.MOMENT, "When it began.", LastRun::startedAt)
            .with("ending", JsonKind.oneOf(Ending.class), "How it ended, or that it is at work.", LastRun::ending)
            .with(
                    "tookMillis",
                    JsonKind.NUMBER,
                    "How long it worked, in milliseconds.",
                    last -> last.took().toMillis())
            .with("cost", JsonKind.NUMBER, "What the models it asked cost.", LastRun::cost)
            .with("text", JsonKind.TEXT, "What it did, or why not; empty while it works.", LastRun::text)
            .with("counts", JsonKind.many(COUNT), "What it counted.", LastRun::counts);

    static final JsonForm<AutomationItem> AUTOMATION = JsonForm.<AutomationItem>of(
                    "batch agent", "What works by itself, and how far it is.")
            .with("plugin", JsonKind.IDENTIFIER, "Its identifier.", AutomationItem::plugin)
            .with("name", JsonKind.TEXT, "Its name for people.", AutomationItem::name)
            .with("description", JsonKind.TEXT, "What it does; may be empty.", AutomationItem::description)
            .with(
                    "schedule",
                    JsonKind.TEXT,
                    "When it works, as crontab writes it; empty for one that waits to be asked.",
                    AutomationItem::schedule)
            .with(
                    "zone",
                    JsonKind.TEXT,
                    "The time zone of the schedule; empty for the one of the machine.",
                    AutomationItem::zone)
            .with("state", JsonKind.oneOf(AutomationItem.State.class), "What it does now.", AutomationItem::state)
            .withPresent("next", JsonKind.MOMENT, "When it begins by itself, if it does.", AutomationItem::next)
            .with("failures", JsonKind.NUMBER, "How often it failed in a row.", AutomationItem::failures)
            .withPresent(
                    "lastSuccess",
                    JsonKind.MOMENT,
                    "When the last run began that did its work, if one has.",
                    AutomationItem::lastSuccess)
            .withPresent("last", JsonKind.one(LAST), "The newest run, if there was one.", AutomationItem::last)
            .with("problems", JsonKind.TEXTS, "Why it cannot run; none when it can.", AutomationItem::problems);

    private BatchForms() {}
}
