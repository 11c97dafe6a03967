// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known about how programs are kept in here, because it was tried.
 *
 * @param level the best one whose essential barriers all held
 * @param found what was found of each barrier at that level, or at the best one that was tried where none holds
 * @param missing why a better level is not used, for the person, one sentence for each; none where the best one is
 */
public record SandboxReport(SandboxLevel level, List<Found> found, List<String> missing) {

    public SandboxReport {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    /** What programs of others are kept from. */
    public enum Barrier {
        FILES("reading files that they were not given", true),
        CHANGES("changing files that they were not given", true),
        NETWORK("the network and the sockets of other programs", true),
        PROCESSES("other processes", true),
        PROGRAMS("starting programs", true),
        ENVIRONMENT("variables of the environment", true),
        CALLS("calls of the system that programs break out with", true),
        MEMORY("more memory than they may take", true),
        OPEN_FILES("more open files than they may have", true),
        FILE_SIZE("longer files than they may write", true),
        PROCESSOR("more time of the processor than they may use", true),
        TASKS("more threads than they may have", false),
        DISK("filling the disk with their own files", false);

        private final String text;
        private final boolean essential;

        Barrier(String text, boolean essential) {
            this.text = text;
            this.essential = essential;
        }

        /** What they are kept from, for the person. */
        public String text() {
            return text;
        }

        /** Whether a level counts only with it. */
        public boolean essential() {
            return essential;
        }
    }

    /**
     * How one barrier stood.
     *
     * @param verified whether it held when it was tried
     * @param words why it is not available; what held it otherwise
     */
    public record Found(Barrier barrier, boolean verified, String words) {}

    /** Whether every barrier that a level needs was tried, and held. */
    public boolean holds() {
        return Arrays.stream(Barrier.values()).filter(Barrier::essential).allMatch(each -> held().contains(each));
    }

    /** Those that were tried and held. */
    public List<Barrier> held() {
        return found.stream().filter(Found::verified).map(Found::barrier).toList();
    }

    /** What is not available though a level needs it, for the person. */
    public String openEssentials() {
        return open().stream().filter(Barrier::essential).map(Barrier::text).collect(Collectors.joining(", "));
    }

    /** Those that are not available. */
    public List<Barrier> open() {
        return Arrays.stream(Barrier.values())
                .filter(each -> !held().contains(each))
                .toList();
    }
}
