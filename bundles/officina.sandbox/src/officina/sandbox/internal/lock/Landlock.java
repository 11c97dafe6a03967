// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel's Landlock makes of a plan: files that may be read, changed and run, by where they are. It holds for
 * the thread that sets it and for what that becomes or starts.
 */
final class Landlock {

    /** The first form of it that also stands before a file that is cut short. */
    static final int SEALS_FROM = 3;

    private static final int KNOWS_DEVICE_CONTROL = 5;
    private static final int KNOWS_SCOPES = 6;

    private static final long RUN = 1;
    private static final long WRITE = 1 << 1;
    private static final long READ = 1 << 2;
    private static final long LIST = 1 << 3;
    private static final long CUT_SHORT = 1 << 14;
    private static final long CONTROL_DEVICE = 1 << 15;
    private static final long ALL = (1 << 15) - 1;
    private static final long OF_A_FILE = RUN | WRITE | READ | CUT_SHORT | CONTROL_DEVICE;
    /** Devices and sockets are not made, not even in a folder of its own. */
    private static final long MAKE_DEVICES = 1 << 6 | 1 << 9 | 1 << 11;

    private static final long SIGNALS_AND_ABSTRACT_SOCKETS = 3;

    private static final int RULE_OF_PATH = 1;
    private static final int OPEN_PLACE = 0x200000 | 0x80000; // O_PATH | O_CLOEXEC
    private static final int FROM_HERE = -100; // AT_FDCWD

    private final Kernel kernel;
    private final int form;

    Landlock(Kernel kernel) {
        this.kernel = kernel;
        form = (int) Math.max(0, kernel.ask("landlock_create_ruleset", 0, 0, 1));
    }

    /** Which form of it the kernel has; 0 for none. */
    int form() {
        return form;
    }

    /** Makes the rules, and answers with their number for {@link #set}. The kernel must have some form of it. */
    long prepare(LockPlan plan) {
        long handled = plan.sealed() ? ALL | (form >= KNOWS_DEVICE_CONTROL ? CONTROL_DEVICE : 0) : RUN;
        MemorySegment attributes = kernel.room(24);
        attributes.set(ValueLayout.JAVA_LONG, 0, handled);
        attributes.set(ValueLayout.JAVA_LONG, 16, form >= KNOWS_SCOPES ? SIGNALS_AND_ABSTRACT_SOCKETS : 0);
        long rules = kernel.must("landlock_create_ruleset", attributes.address(), form >= KNOWS_SCOPES ? 24 : 8, 0);
        add(rules, plan.executable(), handled & (RUN | READ));
        if (plan.sealed()) {
            add(rules, plan.readable(), handled & (READ | LIST));
            add(rules, plan.writable(), handled & ~(RUN | MAKE_DEVICES | CONTROL_DEVICE));
        }
        return rules;
    }

    /** Sets the rules for this thread. */
    void set(long rules) {
        kernel.must("landlock_restrict_self", rules, 0);
        kernel.must("close", rules);
    }

    private void add(long rules, List<Path> places, long rights) {
        for (Path place : places) {
            long file = kernel.must("openat", FROM_HERE, kernel.text(place.toString()), OPEN_PLACE);
            MemorySegment rule = kernel.room(12);
            rule.set(ValueLayout.JAVA_LONG, 0, Files.isDirectory(place) ? rights : rights & OF_A_FILE);
            rule.set(ValueLayout.JAVA_INT, 8, (int) file);
            kernel.must("landlock_add_rule", rules, RULE_OF_PATH, rule.address(), 0);
            kernel.must("close", file);
        }
    }
}
