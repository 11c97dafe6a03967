// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

/** How untrusted code is kept in, best first. */
public enum SandboxLevel {
    /** Namespaces of its own made by bubblewrap: it sees nothing but what it was given; and all of {@link #LOCKDOWN}. */
    BUBBLEWRAP,
    /** Limits, Landlock and a filter of system calls that the program puts on before it becomes the untrusted one. */
    LOCKDOWN,
    /** Nothing here keeps it in, so untrusted code is refused. */
    NONE
}
