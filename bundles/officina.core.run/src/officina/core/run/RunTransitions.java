// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static officina.core.run.RunPhase.AWAITING_ANSWER;
import static officina.core.run.RunPhase.AWAITING_APPROVAL;
import static officina.core.run.RunPhase.CANCELLED;
import static officina.core.run.RunPhase.DONE;
import static officina.core.run.RunPhase.FAILED;
import static officina.core.run.RunPhase.INTERRUPTED;
import static officina.core.run.RunPhase.NEW;
import static officina.core.run.RunPhase.RUNNING;

import java.util.List;
import java.util.Optional;

/** The state machine of a run as a table. The diagram in the docs is generated from it. */
public final class RunTransitions {

    /** One line of the table. */
    public record Transition(RunPhase from, RunTrigger trigger, RunPhase to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(NEW, RunTrigger.START, RUNNING),
            new Transition(RUNNING, RunTrigger.ASK_APPROVAL, AWAITING_APPROVAL),
            new Transition(AWAITING_APPROVAL, RunTrigger.GIVE_APPROVAL, RUNNING),
            new Transition(AWAITING_APPROVAL, RunTrigger.REFUSE_APPROVAL, RUNNING),
            new Transition(AWAITING_APPROVAL, RunTrigger.CANCEL, CANCELLED),
            new Transition(RUNNING, RunTrigger.ASK_QUESTION, AWAITING_ANSWER),
            new Transition(AWAITING_ANSWER, RunTrigger.ANSWER_QUESTION, RUNNING),
            new Transition(AWAITING_ANSWER, RunTrigger.CANCEL, CANCELLED),
            new Transition(RUNNING, RunTrigger.INTERRUPT, INTERRUPTED),
            new Transition(INTERRUPTED, RunTrigger.RESUME, RUNNING),
            new Transition(INTERRUPTED, RunTrigger.CANCEL, CANCELLED),
            new Transition(RUNNING, RunTrigger.FINISH, DONE),
            new Transition(RUNNING, RunTrigger.FAIL, FAILED),
            new Transition(RUNNING, RunTrigger.CANCEL, CANCELLED));

    private RunTransitions() {}

    /** Where the trigger leads from there; empty where the table has no such line. */
    public static Optional<RunPhase> next(RunPhase from, RunTrigger trigger) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.trigger() == trigger)
                .map(Transition::to)
                .findFirst();
    }
}
