// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.api.content.ContentPart;
import officina.api.event.RunEvent;
import officina.api.language.Entities;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.net.HostNames;
import officina.core.run.JournalFactory;
import officina.core.run.RunState;
import officina.document.Documents;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.EnginePort;
import officina.engine.Traffic;
import officina.engine.internal.LocalEngine;
import officina.engine.internal.NoPlugins;
import officina.engine.internal.Parts;
import officina.engine.internal.diagnostic.InstalledBundles;
import officina.engine.internal.knowledge.KnowledgeParts;
import officina.host.pool.HostRuntime;
import officina.net.okhttp.HttpTransport;
import officina.orchestrator.Orchestrator;
import officina.orchestrator.OrchestratorStatus;
import officina.orchestrator.RunContext;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import officina.store.StoreFactory;
import officina.vault.VaultFactory;
import org.jspecify.annotations.Nullable;

/**
 * The real engine with the real journal, store and key file, as the runtime puts them together, but for what writes
 * nothing. Those three are found by name: no bundle sees another's inside. Segments are short, so that few events fill
 * several, and passphrases are cheap.
 */
public final class RealParts {

    private static final long SEGMENT = 40_000;

    /** A turn of which the title begins so has more events than a snapshot waits for. */
    static final String LONG = "long";

    private static final int MANY = 2_100;

    private RealParts() {}

    /**
     * Opens the engine.
     *
     * @param passphrases one of them opens the data
     * @param right told which it was
     */
    static Engine open(Path data, List<Integer> passphrases, IntConsumer right) {
        AtomicInteger asked = new AtomicInteger();
        Engine engine = LocalEngine.open(
                parts(),
                new EngineOptions(
                        data,
                        request -> {
                            asked.set(passphrases.get(Math.min(request.attempt(), passphrases.size()) - 1));
                            return passphrase(asked.get()).toCharArray();
                        },
                        InstantSource.system(),
                        Locale.UK,
                        ZoneId.of("Europe/Rome")));
        right.accept(asked.get());
        return engine;
    }

    static String passphrase(int number) {
        return "passphrase " + number;
    }

    static VaultFactory vaults() {
        return made(VaultFactory.class, "officina.vault.internal.FileVaultFactory", 1, 64);
    }

    static JournalFactory journals() {
        return made(JournalFactory.class, "officina.journal.file.internal.FileJournalFactory", SEGMENT);
    }

    /** Journals of which every thread is one of a {@link Simulation}. */
    static JournalFactory simulatedJournals() {
        return made(JournalFactory.class, "officina.journal.file.internal.FileJournalFactory", SEGMENT / 10, true);
    }

    static SecretKey simulationKey() {
        return new SecretKeySpec(new byte[32], "AES");
    }

    static StoreFactory stores() {
        return made(StoreFactory.class, "officina.store.internal.H2StoreFactory");
    }

    private static <T> T made(Class<T> type, String name, Object... arguments) {
        try {
            Class<?>[] types = new Class<?>[arguments.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = switch (arguments[i]) {
                    case Long _ -> long.class;
                    case Boolean _ -> boolean.class;
                    default -> int.class;
                };
            }
            return type.cast(Class.forName(name).getConstructor(types).newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the part of the product has another name now", e);
        }
    }

    private static final class NoDatabases implements ForeignDatabases {
        @Override
        public ForeignDatabase open(Path file) {
            throw new UnsupportedOperationException("no other database is read here");
        }

        @Override
        public ForeignDatabase openAlone(Path file) {
            return open(file);
        }

        @Override
        public ForeignDatabase openCopy(Path file, Path folder, Set<String> tables) {
            return open(file);
        }
    }

    private static Parts parts() {
        return parts(
                new NoPlugins(),
                new Teller(),
                () -> {
                    throw new UnsupportedOperationException("no program of others is kept in here");
                },
                () -> {
                    throw new UnsupportedOperationException("no plug-in of others is run here");
                },
                RealParts::unused,
                HostNames.SYSTEM);
    }

    /** The same with what runs plug-ins of others. */
    public static Parts parts(
            PluginRegistry plugins,
            Orchestrator orchestrator,
            SandboxFactory sandboxes,
            Supplier<HostRuntime> hosts,
            Supplier<HttpTransport> transport,
            HostNames names) {
        return new Parts(
                vaults(),
                journals(),
                stores(),
                plugins,
                (text, _) -> new Entities(text, List.of()),
                orchestrator,
                new NoDatabases(),
                () -> {
                    throw new UnsupportedOperationException("no model is asked here");
                },
                new KnowledgeParts(RealParts::unused, RealParts::unused, Documents::new),
                _ -> () -> {},
                (_, _, _) -> new EnginePort.Listening() {
                    @Override
                    public Traffic traffic() {
                        return Traffic.NONE;
                    }

                    @Override
                    public void close() {
                        // nobody listens
                    }
                },
                new InstalledBundles() {
                    @Override
                    public String version() {
                        return "";
                    }

                    @Override
                    public List<Installed> all() {
                        return List.of();
                    }

                    @Override
                    public @Nullable Path catalog() {
                        return null;
                    }
                },
                sandboxes,
                hosts,
                transport,
                RealParts::unused,
                names);
    }

    private static <T> T unused() {
        throw new UnsupportedOperationException("nothing is looked for here");
    }

    /** What a turn of that text answers. */
    static String answer(String text) {
        return "You said " + text + ". " + "x".repeat(text.hashCode() & 255);
    }

    /** Answers every turn in the same way, piece by piece. */
    private static final class Teller implements Orchestrator {
        @Override
        public OrchestratorStatus status() {
            return new OrchestratorStatus("local", "this machine", "no model", true);
        }

        @Override
        public void advance(RunState state, RunContext context) {
            String title = state.head().title();
            int pieces = title.startsWith(LONG) ? MANY : 3;
            int together = title.startsWith(LONG) ? 300 : 1;
            for (int from = 0; from < pieces; from += together) {
                List<RunEvent> some = new java.util.ArrayList<>();
                for (int i = from; i < Math.min(pieces, from + together); i++) {
                    some.add(new RunEvent.TextDelta(0, "piece " + i + " "));
                }
                context.emit(some);
            }
            context.emit(List.of(
                    new RunEvent.PartWritten(0, new ContentPart.Text(answer(title))),
                    new RunEvent.RunFinished(true, "done")));
        }
    }
}
