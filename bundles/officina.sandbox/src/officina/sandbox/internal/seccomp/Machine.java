// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

/** A kind of processor: each numbers the system calls in its own way. */
public enum Machine {
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    private final int audit;

    Machine(int audit) {
        this.audit = audit;
    }

    /** How the kernel names it to a filter. */
    int audit() {
        return audit;
    }

    /** The one this runs on. Throws {@link UnsupportedOperationException} for one that the table does not know. */
    public static Machine current() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> throw new UnsupportedOperationException("no table of system calls for " + name);
        };
    }
}
