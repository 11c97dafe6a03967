// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import java.util.List;
import officina.api.host.BrowserDataAccess;
import officina.api.json.JsonObject;
import officina.api.plan.PlanStep;
import officina.api.tool.ToolContext;
import org.osgi.annotation.versioning.ProviderType;

/** The handles of one run of a batch agent. Valid until the call returns. */
@ProviderType
public interface BatchContext extends ToolContext {

    /**
     * What the last run that did its work kept; empty before the first. So a run knows what is new since then. Any thread;
     * does not block.
     */
    JsonObject kept();

    /**
     * Has this known to the next run in the place of what was kept before; {@code batch.too-much} for more than some 64,000
     * characters. It is written when the run has done its work, in one with what it proposes; a run that fails, or is
     * stopped, keeps nothing. Told again, the last counts. Any thread; does not block.
     */
    void keep(JsonObject what);

    /**
     * Proposes steps, once a run: the person is asked in a conversation of its own, and the steps that are agreed to run in
     * the name and with the grants of this plug-in. {@code plan.invalid} for steps that cannot run, {@code batch.too-much}
     * for more than 100, {@code batch.proposed} for a second time. Written as what is kept is. Any thread; does not block.
     *
     * @param title one line that says what it is about
     * @param words what is said above the steps, in CommonMark
     */
    void propose(String title, String words, List<PlanStep> steps);

    /**
     * Tells how far the work is, in one line; shown while the run lasts, and cut where it is too long for that. Any
     * thread; blocks until it is written down.
     */
    void progress(String text);

    /** Bookmarks and history of browsers, within the grants {@code browser.history}. */
    BrowserDataAccess browsers();
}
