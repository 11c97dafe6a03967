// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.Optional;
import officina.base.Progress;

/**
 * A small project to try things with: a few documents and to-dos that come with Officina. It is there only when the
 * person asks for it, in a group of its own, and conversations of other projects see nothing of it, nor its conversations
 * of theirs. Its documents lie in the folder {@code sample} of the data folder meanwhile. Any thread.
 */
public interface Sample {

    /** The sample's project; empty where there is none. Cheap. */
    Optional<ProjectItem> project();

    /**
     * Makes the sample, and reads its documents so that they can be asked; gives what is there already. To-dos are due
     * around today. {@code sample.unwritable}; {@code work.cancelled} and {@code index.*} leave the sample there, with
     * documents that are read later.
     *
     * @param progress counts documents
     */
    ProjectItem add(Progress progress);

    /** The same, followed by nobody. */
    default ProjectItem add() {
        return add(Progress.NONE);
    }

    /**
     * Takes the sample away in one step: project, conversations, to-dos and documents, as {@link Projects#untrack} does.
     * A file in its folder that Officina did not write, or that was changed, stays. {@code project.missing} where there is
     * no sample, {@code project.at-work}.
     *
     * @param progress counts bytes of the files that are written anew without it
     */
    UntrackedProject remove(Progress progress);

    /** The same, followed by nobody. */
    default UntrackedProject remove() {
        return remove(Progress.NONE);
    }
}
