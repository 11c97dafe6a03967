// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import java.time.InstantSource;
import officina.core.run.Journal;

class InMemoryJournalRemovalTests extends JournalRemovalContractTests {

    @Override
    protected Journal open(InstantSource clock) {
        return new InMemoryJournal(clock);
    }
}
