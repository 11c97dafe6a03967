// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a request does to one to-do.
 *
 * @param step what the step does, as a verb: {@code Complete}; the title follows
 * @param details what follows the title in the step
 * @param said what follows the title in the answer: "is done"
 * @param changes the fields to set; {@code null} where nothing has to be changed
 */
record Change(
        String step, String details, String said, @Nullable JsonObject changes) {

    /** Nothing to do, and why. */
    static Change none(String said) {
        return new Change("", "", said, null);
    }
}
