// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.base.SecretText;
import officina.engine.ExportedData;
import officina.engine.ImportedDatabase;
import officina.engine.PersonalData;
import org.jspecify.annotations.Nullable;

/** Data that is exported nowhere; an export waits until it is let through or cancelled. */
final class FakeData implements PersonalData {

    private static final long LIMIT_SECONDS = 30;

    final CountDownLatch through = new CountDownLatch(1);
    volatile @Nullable Path file;
    volatile @Nullable String passphrase;

    @Override
    public Facts facts() {
        return new Facts(Path.of("/home/ada/.local/share/officina"), 3_400_000);
    }

    @Override
    public ExportedData export(Path target, Progress progress) {
        return export(target, null, progress);
    }

    @Override
    public ExportedData exportSealed(Path target, SecretText secret, Progress progress) {
        return export(target, secret, progress);
    }

    private ExportedData export(Path target, @Nullable SecretText secret, Progress progress) {
        file = target;
        passphrase = secret == null ? null : new String(secret.copy());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        try {
            while (!through.await(10, TimeUnit.MILLISECONDS)) {
                if (!progress.goOn(1_000, 4_000) || System.nanoTime() > end) {
                    throw new FailureException(Failure.of(
                            Progress.CANCELLED,
                            ErrorKind.USER,
                            "The export was cancelled.",
                            "Nothing was left behind."));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ExportedData(target, secret != null, 3, 4_000, 20);
    }

    @Override
    public ImportedDatabase importFrom(Path database, Progress progress) {
        throw new UnsupportedOperationException("the page imports nothing");
    }

    @Override
    public void removeImported(Path database) {
        throw new UnsupportedOperationException("the page imports nothing");
    }
}
