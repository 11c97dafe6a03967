// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.util.function.Consumer;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;

/** What could not be looked at or read in a run: counted, and the first of it told by name. */
final class Trouble {

    private static final int MOST_TOLD = 20;

    private final Consumer<String> teller;
    private int count;
    private int waiting;

    /** @param teller hears one line about each of the first */
    Trouble(Consumer<String> teller) {
        this.teller = teller;
    }

    /** Files that are only in the middle of being written are left for the next run. */
    void tell(String file, DocumentTrouble trouble) {
        if (trouble.problem() == DocumentProblem.CHANGED || trouble.problem() == DocumentProblem.GONE) {
            waiting++;
        } else {
            tell(file, trouble.failure());
        }
    }

    void tell(String file, Failure failure) {
        if (count++ < MOST_TOLD) {
            teller.accept("Not read: " + file + ". " + failure.message());
        }
    }

    /** That many more are left for the next run. */
    void leave(int files) {
        waiting += files;
    }

    int count() {
        return count;
    }

    int waiting() {
        return waiting;
    }
}
