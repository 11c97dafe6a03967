// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.internal.trial.Trial;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries bubblewrap, then a lockdown, and refuses where neither holds. */
@Component(service = SandboxFactory.class)
public final class LocalSandboxFactory implements SandboxFactory {

    private static final Logger log = LoggerFactory.getLogger(LocalSandboxFactory.class);

    private static final int LONGEST = 160;

    private final Optional<Path> bubblewrap;
    private final boolean linux;

    @Activate
    public LocalSandboxFactory() {
        this(Bubblewrap.find(), System.getProperty("os.name", "").equals("Linux"));
    }

    /**
     * With the parts of a machine.
     *
     * @param bubblewrap the program, where it is installed
     */
    public LocalSandboxFactory(Optional<Path> bubblewrap, boolean linux) {
        this.bubblewrap = bubblewrap;
        this.linux = linux;
    }

    @Override
    public Tried open() {
        List<String> missing = new ArrayList<>();
        if (!linux) {
            missing.add("Officina keeps programs of others in on Linux alone.");
            return refusing(missing);
        }
        if (bubblewrap.isEmpty()) {
            missing.add("bubblewrap is not installed.");
        } else {
            Optional<Tried> tried = tried(SandboxLevel.BUBBLEWRAP, new Bubblewrap(bubblewrap.get()), missing);
            if (tried.isPresent()) {
                return tried.get();
            }
        }
        return tried(SandboxLevel.LOCKDOWN, new Lockdown(ProcessHandle.current().pid()), missing)
                .orElseGet(() -> refusing(missing));
    }

    private static Optional<Tried> tried(SandboxLevel level, Enclosure enclosure, List<String> missing) {
        String name = level == SandboxLevel.BUBBLEWRAP ? "bubblewrap" : "The kernel's own Landlock";
        WorkOwner owner = new WorkOwner(WorkOwner.isRoot());
        Sandbox sandbox;
        try {
            sandbox = new LinuxSandbox(level, enclosure, owner);
        } catch (FailureException e) {
            log.warn("a sandbox could not be made", Redacted.of(e));
            missing.add(name + " could not be tried.");
            return Optional.empty();
        }
        boolean holds = false;
        try {
            Trial.Outcome outcome = Trial.of(sandbox, owner::of, ProbeCommand::making);
            SandboxReport report = new SandboxReport(level, outcome.found(), missing);
            holds = report.holds();
            if (holds) {
                return Optional.of(new Tried(sandbox, report));
            }
            String trouble = outcome.trouble();
            if (trouble != null) {
                missing.add(
                        level == SandboxLevel.BUBBLEWRAP && trouble.contains(Bubblewrap.TOO_OLD)
                                ? "bubblewrap is too old here; 0.7 or later is needed."
                                : name + " could not be used here: " + inShort(trouble) + ".");
            } else {
                missing.add(name + " does not keep programs from " + report.openEssentials() + " here.");
            }
        } catch (IOException | FailureException e) {
            log.warn("a trial of the sandbox failed", Redacted.of(e));
            missing.add(name + " could not be tried.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            missing.add(name + " was not tried to the end.");
        } finally {
            if (!holds) {
                sandbox.close();
            }
        }
        return Optional.empty();
    }

    private static String inShort(String trouble) {
        String first = trouble.lines().findFirst().orElse("");
        return first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
    }

    private static Tried refusing(List<String> missing) {
        return new Tried(new NoSandbox(), new SandboxReport(SandboxLevel.NONE, List.of(), missing));
    }
}
