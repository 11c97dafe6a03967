// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import officina.api.id.CallId;
import officina.api.id.QuestionId;
import officina.api.id.RunId;

/** Something the person can do right in the transcript. */
public record Offer(String label, Act act, boolean primary) {

    /** What is done. */
    public sealed interface Act {
        RunId run();
    }

    public record Cancel(RunId run) implements Act {}

    public record Resume(RunId run) implements Act {}

    /** Asks the same again in a new run. */
    public record Repeat(RunId run) implements Act {}

    /** Not this agent: asks the same of another one, which is chosen then. */
    public record Correct(RunId run) implements Act {}

    public record Undo(RunId run) implements Act {}

    public record ShowPlan(RunId run) implements Act {}

    /** Allows every step of the plan. */
    public record ApproveAll(RunId run) implements Act {}

    public record Refuse(RunId run) implements Act {}

    /** Shows what a tool was asked and what it answered, or hides it again. */
    public record ShowTool(RunId run, CallId call) implements Act {}

    public record Answer(RunId run, QuestionId question, String text) implements Act {}
}
