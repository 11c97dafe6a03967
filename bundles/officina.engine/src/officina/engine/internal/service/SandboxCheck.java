// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.List;
import java.util.stream.Collectors;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.SandboxReport.Barrier;
import org.jspecify.annotations.Nullable;

/** What keeps programs of others in, as far as it was tried. */
final class SandboxCheck {

    private static final String ID = "sandbox";
    private static final String TITLE = "Programs of others";

    private final SandboxFactory factory;
    private volatile @Nullable Check known;

    SandboxCheck(SandboxFactory factory) {
        this.factory = factory;
    }

    /** Has programs try to get out; takes some seconds. */
    Check run() {
        SandboxFactory.Tried tried = factory.open();
        try (Sandbox _ = tried.sandbox()) {
            Check check = of(tried.report());
            known = check;
            return check;
        }
    }

    /** What the last try found; starts nothing. */
    Check glance() {
        Check last = known;
        return last != null
                ? last
                : new Check(
                        ID,
                        TITLE,
                        Result.NOT_VERIFIED,
                        "What keeps them in was not tried yet.",
                        "Run: officina doctor");
    }

    private static Check of(SandboxReport report) {
        String missing = String.join(" ", report.missing());
        if (report.level() == SandboxLevel.NONE) {
            return new Check(
                    ID,
                    TITLE,
                    Result.NOT_VERIFIED,
                    ("They are not run, because nothing here keeps them in. " + missing).strip(),
                    "Install bubblewrap, and let it make user namespaces.");
        }
        String by = report.level() == SandboxLevel.BUBBLEWRAP
                ? "They are kept in by bubblewrap."
                : "They are kept in by Landlock and a filter of system calls. " + missing;
        String held = " Tried: it keeps them from " + texts(report.held()) + ".";
        String open = report.open().isEmpty() ? "" : " Not limited: " + texts(report.open()) + ".";
        return new Check(
                ID,
                TITLE,
                Result.VERIFIED,
                by + held + open,
                report.level() == SandboxLevel.BUBBLEWRAP ? "" : "With bubblewrap they could be given more.");
    }

    private static String texts(List<Barrier> barriers) {
        return barriers.stream().map(Barrier::text).collect(Collectors.joining("; "));
    }
}
