// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.run.Journal;
import officina.core.run.JournalHealth;
import officina.engine.Diagnostics;
import officina.engine.Surrounding;
import officina.engine.Vitals;
import officina.engine.internal.diagnostic.DiagnosticsBundle;
import officina.engine.internal.diagnostic.InstalledBundles;
import officina.engine.internal.log.Projector;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.run.RunDriver;
import officina.store.Store;
import officina.store.StoreHealth;
import officina.vault.KeyProtection;
import officina.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Looks at what can be looked at, and says of the rest that it was not verified. */
public final class EngineDiagnostics implements Diagnostics {

    private final Path folder;
    private final DiskChecks disk;
    private final Vault vault;
    private final Journal journal;
    private final Store store;
    private final Projector projector;
    private final PluginRegistry plugins;
    private final RunDriver driver;
    private final SessionRemover remover;
    private final StatusLine status;
    private final ModelsService models;
    private final KnowledgeChecks knowledge;
    private final OpenPort port;
    private final InstalledBundles installed;
    private final SandboxCheck sandbox;
    private final LookAround around;
    private final InstantSource clock;
    /** What reading the journal back found last. */
    private volatile @Nullable Check readBack;

    EngineDiagnostics(
            Path folder,
            Vault vault,
            Journal journal,
            Store store,
            Projector projector,
            PluginRegistry plugins,
            RunDriver driver,
            SessionRemover remover,
            StatusLine status,
            ModelsService models,
            KnowledgeChecks knowledge,
            OpenPort port,
            InstalledBundles installed,
            SandboxCheck sandbox,
            LookAround around,
            InstantSource clock) {
        this.folder = folder;
        this.disk = new DiskChecks(folder);
        this.vault = vault;
        this.journal = journal;
        this.store = store;
        this.projector = projector;
        this.plugins = plugins;
        this.driver = driver;
        this.remover = remover;
        this.status = status;
        this.models = models;
        this.knowledge = knowledge;
        this.port = port;
        this.installed = installed;
        this.sandbox = sandbox;
        this.around = around;
        this.clock = clock;
    }

    @Override
    public List<Check> run(Progress progress) {
        Check check = JournalCheck.of(journal, progress);
        readBack = check;
        return checks(check, knowledge.run(), sandbox.run());
    }

    @Override
    public List<Check> glance() {
        Check known = readBack;
        return checks(
                known == null || !journal.health().accepts() ? JournalCheck.glance(journal) : known,
                knowledge.glance(),
                sandbox.glance());
    }

    private List<Check> checks(Check ofJournal, List<Check> ofKnowledge, Check ofSandbox) {
        List<Check> checks = new ArrayList<>();
        checks.add(keyIsKept());
        checks.add(phraseIsThere());
        checks.addAll(disk.look(driver.paused()));
        CoreFiles.look(Path.of("/proc")).ifPresent(checks::add);
        checks.add(ofJournal);
        JournalCheck.end(journal).ifPresent(checks::add);
        checks.add(storeFollows());
        deletedIsGone().ifPresent(checks::add);
        checks.add(pluginsAreThere());
        checks.addAll(ofKnowledge);
        checks.add(ofSandbox);
        return checks;
    }

    @Override
    public void bundle(Path file, Progress progress) {
        new DiagnosticsBundle(folder, clock, installed).write(file, run(progress));
    }

    @Override
    public List<Surrounding> lookAround() {
        return around.look(models.providers());
    }

    @Override
    public Status status(@Nullable SessionId conversation) {
        return status.of(conversation);
    }

    @Override
    public Vitals vitals() {
        JournalHealth health = journal.health();
        Failure trouble = projector.trouble();
        return new Vitals(
                new Vitals.OfJournal(
                        journal.lastPosition(),
                        health.accepts(),
                        driver.paused(),
                        health.readers(),
                        health.fromMemory(),
                        health.fromFiles(),
                        health.writes()),
                new Vitals.OfStore(store.highWater(), trouble == null ? null : trouble.message()),
                port.traffic());
    }

    private Check keyIsKept() {
        String id = "key-storage";
        String title = "Key storage";
        KeyProtection protection = vault.keys().state().protection();
        return protection.tried()
                ? verified(id, title, protection.text())
                : new Check(
                        id,
                        title,
                        Result.NOT_VERIFIED,
                        protection.text() + " Officina was never tried with that on a system like this one.",
                        "Make a recovery phrase: officina keys phrase new");
    }

    /** Nobody is forced to have one, so that its absence is no problem; but it is said. */
    private Check phraseIsThere() {
        String id = "recovery-phrase";
        String title = "Recovery phrase";
        return switch (vault.keys().state().phrase()) {
            case CHECKED ->
                verified(id, title, "Made and checked: it opens the data when keyring or passphrase is lost.");
            case REPLACING ->
                verified(id, title, "Checked; a new one takes its place as soon as it is checked as well.");
            case UNCHECKED ->
                new Check(
                        id,
                        title,
                        Result.NOT_VERIFIED,
                        "Made, but not checked: nobody knows whether it was written down rightly.",
                        "Run: officina keys phrase check");
            case NONE ->
                new Check(
                        id,
                        title,
                        Result.NOT_VERIFIED,
                        "There is none: whoever loses keyring or passphrase loses the data.",
                        "Run: officina keys phrase new");
        };
    }

    private Check storeFollows() {
        Failure trouble = projector.trouble();
        StoreHealth health = store.health();
        if (trouble != null) {
            String remedy = trouble.remedy();
            return new Check("store", "Store", Result.PROBLEM, trouble.message(), remedy == null ? "" : remedy);
        }
        long behind = projector.behind();
        String text = behind == 0 ? "Agrees with the journal." : "Is " + behind + " events behind the journal.";
        return verified("store", "Store", (text + " " + String.join(" ", health.remarks())).strip());
    }

    /** Only where something deleted is still in the files. */
    private Optional<Check> deletedIsGone() {
        String id = "deleted";
        String title = "Deleted conversations";
        int damaged = remover.damaged();
        if (damaged > 0) {
            return Optional.of(new Check(
                    id,
                    title,
                    Result.PROBLEM,
                    count(damaged, "deleted conversation") + " cannot be taken out of a damaged file of the journal.",
                    "Run: officina journal repair"));
        }
        try {
            int waiting = remover.waiting();
            return waiting == 0
                    ? Optional.empty()
                    : Optional.of(new Check(
                            id,
                            title,
                            Result.NOT_VERIFIED,
                            count(waiting, "deleted conversation") + " still to be taken out of the files.",
                            "Nothing to do: it happens by itself while Officina is open."));
        } catch (FailureException e) {
            // the store says so itself
            return Optional.empty();
        }
    }

    private Check pluginsAreThere() {
        List<PluginProblem> problems = plugins.problems();
        String there = count(plugins.agents().size(), "agent") + " and "
                + count(plugins.tools().size(), "tool") + " available.";
        if (problems.isEmpty()) {
            return verified("plugins", "Plug-ins", there);
        }
        String named = problems.stream()
                .map(problem -> problem.bundle() + ": " + problem.text())
                .collect(Collectors.joining(" "));
        return new Check("plugins", "Plug-ins", Result.PROBLEM, there + " " + named, "Ask the plug-in's author.");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Check verified(String id, String title, String text) {
        return new Check(id, title, Result.VERIFIED, text, "");
    }
}
