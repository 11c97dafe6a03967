// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does, whether it is in this process or attached. */
abstract class EngineContract
        implements RecordsContract,
                RunsContract,
                TransferContract,
                LongWorkContract,
                PrivacyContract,
                RemovalContract,
                ModelsContract,
                ModelTurnsContract,
                CorrectionsContract,
                PluginsContract,
                HostedPluginContract,
                KnowledgeContract,
                SampleContract {

    @TempDir
    Path folder;

    TestEngine test;

    @BeforeEach
    void open() {
        test = TestEngine.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Override
    public final TestEngine test() {
        return test;
    }

    @Override
    public final Path folder() {
        return folder;
    }

    @Override
    public final void reopenWithoutStore() {
        test.close();
        Path store = folder.resolve("data/store");
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reopen();
    }

    @Override
    public void reopenAt(Instant now) {
        // closing again does nothing
        test.close();
        test = TestEngine.open(folder.resolve("data"), TestEngine.PASSPHRASE, now);
    }
}
