// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui.model;

import officina.ui.base.PluginNames;

/** Plans in words. */
public final class PlanText {

    private PlanText() {}

    public static String standing(Standing standing) {
        return switch (standing) {
            case RUNNING -> Words.STANDING_RUNNING.text();
            case WAITING -> Words.STANDING_WAITING.text();
            case ASKING -> Words.STANDING_ASKING.text();
            case INTERRUPTED -> Words.STANDING_INTERRUPTED.text();
            case DONE -> Words.STANDING_DONE.text();
            case FAILED -> Words.STANDING_FAILED.text();
            case REFUSED -> Words.STANDING_REFUSED.text();
            case CANCELLED -> Words.STANDING_CANCELLED.text();
            case UNDONE -> Words.STANDING_UNDONE.text();
        };
    }

    /** What it is called; a plan called as its only step is, which stands right below, is called as what was asked. */
    public static String title(PlanSheet sheet) {
        var steps = sheet.plan().steps();
        boolean repeated = steps.size() == 1
                && steps.getFirst().title().equals(sheet.plan().title());
        String asked = sheet.run().head().title();
        return repeated && !asked.isBlank() ? asked : sheet.plan().title();
    }

    /** Who proposed it and in which revision. */
    public static String origin(PlanSheet sheet) {
        int revision = sheet.plan().revision();
        String author = PluginNames.of(sheet.plan().author());
        return revision == 1 ? Words.BY.text(author) : Words.BY_REVISION.text(author, revision);
    }

    /** What the person may want to know besides the steps; empty where there is nothing to say. */
    public static String remark(PlanSheet sheet) {
        var outcome = sheet.run().outcome();
        return switch (sheet.standing()) {
            case RUNNING ->
                sheet.settled() == 0
                        ? ""
                        : Words.PROGRESS.text(
                                sheet.settled(), sheet.plan().steps().size());
            case WAITING -> Words.REMARK_WAITING.text();
            case ASKING -> Words.REMARK_ASKING.text();
            case INTERRUPTED -> Words.REMARK_INTERRUPTED.text();
            case UNDONE -> Words.REMARK_UNDONE.text();
            case DONE, FAILED, REFUSED, CANCELLED -> {
                if (outcome.failure() != null) {
                    yield outcome.failure().told();
                }
                yield outcome.summary() == null ? "" : outcome.summary();
            }
        };
    }

    /** The button that approves: "Approve", "Approve 2 of 3 Steps". */
    public static String approve(PlanDraft draft) {
        int all = draft.plan().steps().size();
        int wanted = draft.included().size();
        return wanted == all ? Words.APPROVE_ALL.text(all) : Words.APPROVE_SOME.text(wanted, all);
    }
}
