// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import officina.api.event.RunEvent;
import org.jspecify.annotations.Nullable;

/** What moves a run from one phase to another. */
public enum RunTrigger {
    START,
    ASK_APPROVAL,
    GIVE_APPROVAL,
    REFUSE_APPROVAL,
    ASK_QUESTION,
    ANSWER_QUESTION,
    INTERRUPT,
    RESUME,
    FINISH,
    FAIL,
    CANCEL;

    /** The trigger in an event; {@code null} for an event that leaves the phase as it is. */
    public static @Nullable RunTrigger of(RunEvent event) {
        return switch (event) {
            case RunEvent.RunStarted _ -> START;
            case RunEvent.ApprovalAsked _ -> ASK_APPROVAL;
            case RunEvent.ApprovalGiven _ -> GIVE_APPROVAL;
            case RunEvent.ApprovalRefused _ -> REFUSE_APPROVAL;
            case RunEvent.QuestionAsked _ -> ASK_QUESTION;
            case RunEvent.QuestionAnswered _ -> ANSWER_QUESTION;
            case RunEvent.RunInterrupted _ -> INTERRUPT;
            case RunEvent.RunResumed _ -> RESUME;
            case RunEvent.RunFinished _ -> FINISH;
            case RunEvent.RunFailed _ -> FAIL;
            case RunEvent.RunCancelled _ -> CANCEL;
            case RunEvent.AgentChosen _,
                    RunEvent.IntentsFound _,
                    RunEvent.IntentBegun _,
                    RunEvent.TextDelta _,
                    RunEvent.PartWritten _,
                    RunEvent.Reasoning _,
                    RunEvent.ToolAsked _,
                    RunEvent.ToolStarted _,
                    RunEvent.ToolFinished _,
                    RunEvent.PlanProposed _,
                    RunEvent.StepStarted _,
                    RunEvent.StepFinished _,
                    RunEvent.StepFailed _,
                    RunEvent.StepSkipped _,
                    RunEvent.AccessUsed _,
                    RunEvent.AccessDenied _,
                    RunEvent.RecordChanged _,
                    RunEvent.FileChanged _,
                    RunEvent.KeysChanged _,
                    RunEvent.NotificationSent _,
                    RunEvent.UsageReported _,
                    RunEvent.Progress _,
                    RunEvent.LogLine _,
                    RunEvent.ChildRun _,
                    RunEvent.Unknown _ -> null;
        };
    }
}
