// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;

/** Failures as JSON. */
final class FailureForms {

    static final JsonForm<Failure> FAILURE = JsonForm.<Failure>of("failure", "What went wrong.")
            .with("code", JsonKind.TEXT, "Stable; the [failure codes](errors.md).", Failure::code)
            .with("kind", JsonKind.oneOf(ErrorKind.class), "Whose trouble it is.", Failure::kind)
            .with("message", JsonKind.TEXT, "What happened, for people.", Failure::message)
            .withPresent("remedy", JsonKind.TEXT, "What to do, if something can be done.", Failure::remedy)
            .with("retryable", JsonKind.FLAG, "Whether the same may go well later.", Failure::retryable);

    static final JsonForm<Failure> ERROR = JsonForm.<Failure>of(
                    "error", "What stands on standard error where a command failed or its words are wrong.")
            .with("error", JsonKind.one(FAILURE), "Why.", failure -> failure);

    private FailureForms() {}
}
