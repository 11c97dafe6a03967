// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.id.RecordId;
import officina.base.Progress;

/** What the person works in. */
public interface Projects {

    /** All projects, by name; there is always the default one. */
    List<ProjectItem> list();

    /** Makes a project beside the default one. {@code project.invalid-name}, {@code project.exists}. */
    ProjectItem add(String name);

    /**
     * Forgets a project for ever: its conversations, its to-dos, what was set and allowed for it, and all that is told of
     * them in the activity log. When this returns, the events of its conversations and edits are out of the files. What
     * conversations of other projects did for it is gone as records and stays there as history. Files of the person are
     * not touched. {@code project.missing}, {@code project.standard}, {@code project.at-work}; as with
     * {@link Sessions#delete}, trouble of the disk may leave something in the files, which is made good by itself.
     * Cancelled ({@code work.cancelled}) before the project itself went, it stays, without the conversations of a large
     * project that went before; after that all of it is gone for everybody, as the failure says.
     *
     * @param progress counts bytes of the files that are written anew without it
     */
    UntrackedProject untrack(RecordId project, Progress progress);

    /** The same, followed by nobody. */
    default UntrackedProject untrack(RecordId project) {
        return untrack(project, Progress.NONE);
    }
}
