// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

/** The names of the events on the wire. A name once written is never changed and never used for anything else. */
public final class EventTypes {

    public static final String RUN_STARTED = "run.started";
    public static final String RUN_RESUMED = "run.resumed";
    public static final String RUN_INTERRUPTED = "run.interrupted";
    public static final String RUN_FINISHED = "run.finished";
    public static final String RUN_FAILED = "run.failed";
    public static final String RUN_CANCELLED = "run.cancelled";
    public static final String AGENT_CHOSEN = "run.agent-chosen";
    public static final String INTENTS_FOUND = "run.intents-found";
    public static final String INTENT_BEGUN = "run.intent-begun";
    public static final String TEXT_DELTA = "run.text-delta";
    public static final String PART_WRITTEN = "run.part-written";
    public static final String REASONING = "run.reasoning";
    public static final String PROGRESS = "run.progress";
    public static final String LOG_LINE = "run.log-line";
    public static final String CHILD_RUN = "run.child";
    public static final String TOOL_ASKED = "tool.asked";
    public static final String TOOL_STARTED = "tool.started";
    public static final String TOOL_FINISHED = "tool.finished";
    public static final String PLAN_PROPOSED = "plan.proposed";
    public static final String APPROVAL_ASKED = "approval.asked";
    public static final String APPROVAL_GIVEN = "approval.given";
    public static final String APPROVAL_REFUSED = "approval.refused";
    public static final String STEP_STARTED = "step.started";
    public static final String STEP_FINISHED = "step.finished";
    public static final String STEP_FAILED = "step.failed";
    public static final String STEP_SKIPPED = "step.skipped";
    public static final String QUESTION_ASKED = "question.asked";
    public static final String QUESTION_ANSWERED = "question.answered";
    public static final String ACCESS_USED = "access.used";
    public static final String ACCESS_DENIED = "access.denied";
    public static final String RECORD_CHANGED = "record.changed";
    public static final String FILE_CHANGED = "file.changed";
    public static final String KEYS_CHANGED = "keys.changed";
    public static final String NOTIFICATION_SENT = "notification.sent";
    public static final String USAGE_REPORTED = "usage.reported";

    private EventTypes() {}
}
