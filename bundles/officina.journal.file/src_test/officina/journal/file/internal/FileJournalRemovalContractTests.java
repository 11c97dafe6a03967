// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import officina.core.run.Journal;
import officina.testkit.JournalRemovalContractTests;
import org.junit.jupiter.api.io.TempDir;

class FileJournalRemovalContractTests extends JournalRemovalContractTests {

    @TempDir
    private Path folder;

    @Override
    protected Journal open(InstantSource clock) {
        return new FileJournalFactory().open(folder, TestJournals.KEY, clock);
    }
}
