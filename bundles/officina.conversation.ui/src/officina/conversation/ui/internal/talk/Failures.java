// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.conversation.ui.internal.Words;

/** The failures that arise in this view. */
final class Failures {

    private Failures() {}

    /** An event came that this version does not understand. */
    static Failure cannotShow() {
        return Failure.of(
                "conversation.cannot-show",
                ErrorKind.INTERNAL,
                Words.CANNOT_SHOW.text(),
                Words.CANNOT_SHOW_REMEDY.text());
    }
}
