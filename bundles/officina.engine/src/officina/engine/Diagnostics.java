// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;
import officina.api.id.SessionId;
import officina.base.Progress;
import org.jspecify.annotations.Nullable;

/** What is verified about this engine, what is not, and why something is not available. */
public interface Diagnostics {

    /**
     * Runs every check now; takes up to a few seconds. {@code work.cancelled} where it is ended; nothing was changed.
     *
     * @param progress counts the events of the journal that are read back
     */
    List<Check> run(Progress progress);

    /** The same, followed by nobody. */
    default List<Check> run() {
        return run(Progress.NONE);
    }

    /**
     * The same checks, without reading the journal back: of it is said what is known from opening it and from the last
     * {@link #run}. Cheap.
     */
    List<Check> glance();

    /**
     * Runs every check and writes what helps to find a defect into a new file: versions, checks, sizes and log lines, no
     * text of the person, no secret, no name of folder, user or machine. {@code diagnostics.exists},
     * {@code diagnostics.unwritable}, {@code work.cancelled}: none of them leaves a file.
     *
     * @param file absolute, on the machine of the engine
     * @param progress as that of {@link #run}
     */
    void bundle(Path file, Progress progress);

    /** The same, followed by nobody. */
    default void bundle(Path file) {
        bundle(file, Progress.NONE);
    }

    /**
     * Looks for what Officina could work with on this machine: servers with models, names of variables that hold keys,
     * git, what limits programs. Asks servers of this machine alone, and only for the names of their models; reads no key,
     * starts nothing, changes nothing. Takes up to some seconds where a server does not answer.
     */
    List<Surrounding> lookAround();

    /**
     * What the status area shows. Cheap.
     *
     * @param conversation the one that is looked at: its model, and what it has cost; {@code null} for what holds where no
     *     project or conversation says otherwise. {@code record.missing} where there is none
     */
    Status status(@Nullable SessionId conversation);

    /** How the engine fares now; a few numbers that cost nothing to ask for. */
    Vitals vitals();

    /**
     * One thing looked at.
     *
     * @param id stable: {@code key-storage}
     * @param text what was found, for the person
     * @param remedy what to do; empty when all is well
     */
    record Check(String id, String title, Result result, String text, String remedy) {}

    /** How a check went. {@code NOT_VERIFIED}: nothing wrong was seen, but it could not be tried. */
    enum Result {
        VERIFIED,
        NOT_VERIFIED,
        PROBLEM
    }

    /**
     * The four questions of the status area.
     *
     * @param model which model answers: "No model"
     * @param place where it runs: "This machine"
     * @param access what agents may touch, in a few words
     * @param cost what the conversation has cost so far; of none what is paid for
     */
    record Status(String model, String place, String access, String cost) {}
}
