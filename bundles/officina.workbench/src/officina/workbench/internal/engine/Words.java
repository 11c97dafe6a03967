// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import officina.ui.base.Wording;

/** The texts about opening the engine. */
enum Words implements Wording {
    HELD_ELSEWHERE,
    HELD_REMEDY,
    INTERRUPTED,
    NOT_READY,
    NOT_READY_REMEDY,
    UNANSWERED,
    UNAVAILABLE,
    UNAVAILABLE_REMEDY,
    UNEXPECTED,
    UNEXPECTED_REMEDY,
    WRONG_PASSPHRASE,
    WRONG_REMEDY
}
