// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bookmarks and history of the browsers of this machine: addresses and titles, nothing else. Only of browsers that were
 * granted by name ({@code browser.history}); each reading is logged. The engine finds and copies the profiles, so that no
 * browser waits and no plug-in opens one. Blocks; call from the run's own thread.
 */
@ProviderType
public interface BrowserDataAccess {

    /** Most pages of one profile: all bookmarks first, then what was visited last. */
    int MOST_PAGES = 20_000;

    /** The profiles of granted browsers that are found here, by browser and name. */
    List<BrowserProfile> profiles();

    /**
     * Hands over the pages of a profile, some at a time, on the calling thread, each page once. Trouble is a
     * {@link officina.api.error.FailureException}, and nothing is handed over then: {@code permission.denied};
     * {@code browser.missing} for one that is not there any more; {@code browser.in-use}, which is over soon, where the
     * browser is in the middle of a change; {@code browser.damaged} for what cannot be read.
     *
     * @param pages what it throws is passed on
     */
    void read(BrowserProfile profile, Consumer<BrowserPages> pages) throws InterruptedException;
}
