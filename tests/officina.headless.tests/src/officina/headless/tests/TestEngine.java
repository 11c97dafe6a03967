// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.SessionId;
import officina.base.SecretText;
import officina.core.run.PlanState;
import officina.core.run.RunState;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The real engine of the real runtime on a folder of the test. */
final class TestEngine implements AutoCloseable {

    /** A Saturday. */
    static final String PASSPHRASE = "correct horse";

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final long SERVICE_LIMIT_MILLIS = 20_000;

    private final Engine engine;

    private TestEngine(Engine engine) {
        this.engine = engine;
    }

    /** A folder that is not there yet is made {@link #withQuickKey}. */
    static TestEngine open(Path folder) {
        if (Files.notExists(folder)) {
            withQuickKey(folder);
        }
        return open(folder, PASSPHRASE, NOW);
    }

    /**
     * Makes a folder that holds only a key, the same for all, whose passphrase costs next to nothing to try: else half of
     * what a test computes would be its passphrase.
     */
    static void withQuickKey(Path folder) {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.copy(Path.of(System.getProperty("officina.root"), "tests/quick.keys"), folder.resolve("vault.keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that is not there yet gets a key of its own, as strong as that of a user. */
    static TestEngine open(Path folder, String passphrase, Instant now) {
        return open(folder, passphrase, now, null);
    }

    /** Does away with a folder; gives what is left in it. */
    static List<String> erase(Path folder) {
        return factory().erase(folder);
    }

    /** With the recovery phrase. */
    static TestEngine recover(Path folder, String phrase) {
        try (SecretText typed = new SecretText(phrase.toCharArray())) {
            return open(folder, "", NOW, typed);
        }
    }

    private static TestEngine open(Path folder, String passphrase, Instant now, @Nullable SecretText phrase) {
        return new TestEngine(factory().open(options(folder, passphrase, now, phrase)));
    }

    /** What {@link #open(Path)} opens with. */
    static EngineOptions options(Path folder) {
        return options(folder, PASSPHRASE, NOW, null);
    }

    private static EngineOptions options(Path folder, String passphrase, Instant now, @Nullable SecretText phrase) {
        return new EngineOptions(
                folder,
                request -> passphrase.toCharArray(),
                Clock.fixed(now, ZoneId.of("UTC")),
                Locale.UK,
                ZoneId.of("Europe/Rome"),
                phrase);
    }

    Engine engine() {
        return engine;
    }

    RunState say(String text, ExecutionMode mode) throws InterruptedException {
        return say(null, text, mode);
    }

    RunState say(@Nullable SessionId session, String text, ExecutionMode mode) throws InterruptedException {
        return engine.runs()
                .await(engine.runs()
                        .start(new TurnRequest(session, null, mode, null, Message.text(MessageRole.USER, text)))
                        .run());
    }

    RunState approveAll(RunState run) throws InterruptedException {
        PlanState plan = Objects.requireNonNull(run.plan());
        engine.runs()
                .approve(
                        run.head().run(),
                        Objects.requireNonNull(plan.approval()),
                        plan.plan().revision(),
                        plan.plan().steps().stream().map(step -> step.id()).toList());
        return engine.runs().await(run.head().run());
    }

    static EngineFactory factory() {
        BundleContext context = FrameworkUtil.getBundle(TestEngine.class).getBundleContext();
        ServiceTracker<EngineFactory, EngineFactory> tracker = new ServiceTracker<>(context, EngineFactory.class, null);
        tracker.open();
        try {
            return Objects.requireNonNull(
                    tracker.waitForService(SERVICE_LIMIT_MILLIS), "a part that the engine needs did not start");
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
