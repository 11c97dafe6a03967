// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

/** Finds out how programs can be kept in on this machine. Any thread. */
public interface SandboxFactory {

    /** A sandbox, and what was found when it was tried. The caller closes the sandbox. */
    record Tried(Sandbox sandbox, SandboxReport report) {}

    /**
     * Tries the levels, best first, by programs that try to break out, and takes the first that holds. Takes about two
     * seconds, most of them of the processor; what it makes for that is gone at the end.
     */
    Tried open();
}
