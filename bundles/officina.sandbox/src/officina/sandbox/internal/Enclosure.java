// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.util.List;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.lock.LockPlan;

/** A level's part of a start: what goes before the program that locks itself in, and what that is told. */
interface Enclosure {

    /** Throws a failure where it cannot do what these rules ask for. */
    void check(SandboxRules rules, Places places);

    /** The program that encloses the rest of the command, with its arguments; empty for none. */
    List<String> before(SandboxRules rules, Places places, JavaHome java, int user);

    LockPlan plan(SandboxRules rules, Places places, JavaHome java, int user);
}
