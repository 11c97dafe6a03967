// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

import java.time.Duration;

/**
 * How much a program in the sandbox may take. Where it may start others, each of them has the same again, but for the
 * tasks, which they share.
 *
 * @param processor time of the processor, of all its threads together, in whole seconds; at its end it is ended
 * @param memoryBytes of addresses, in the heap and outside it; a virtual machine needs about 700 MiB of which it uses little
 * @param openFiles at once
 * @param tasks threads and processes at once
 * @param fileBytes how long a file may become
 * @param temporaryBytes what its folder for temporary files takes, where it has one of its own
 */
public record SandboxLimits(
        Duration processor, long memoryBytes, int openFiles, int tasks, long fileBytes, long temporaryBytes) {

    private static final long MIB = 1024L * 1024;

    /** What a plug-in gets where nobody says otherwise. */
    public static final SandboxLimits USUAL =
            new SandboxLimits(Duration.ofMinutes(10), 1024 * MIB, 256, 128, 64 * MIB, 64 * MIB);

    public SandboxLimits {
        if (processor.toSeconds() < 1
                || memoryBytes < 1
                || openFiles < 1
                || tasks < 1
                || fileBytes < 1
                || temporaryBytes < 1) {
            throw new IllegalArgumentException("a limit of the sandbox is at least one");
        }
    }

    public SandboxLimits withProcessor(Duration time) {
        return new SandboxLimits(time, memoryBytes, openFiles, tasks, fileBytes, temporaryBytes);
    }
}
