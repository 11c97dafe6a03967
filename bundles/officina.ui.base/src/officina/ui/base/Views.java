// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.api.id.PluginId;
import org.jspecify.annotations.Nullable;

/** Brings views to the front. UI thread only. */
public interface Views {

    String SESSIONS = "officina.conversation.ui.sessions";
    String CONVERSATION = "officina.conversation.ui.conversation";
    String PLAN = "officina.plan.ui.plan";
    String TODOS = "officina.todo.ui.todos";
    String ACTIVITY = "officina.activity.ui.activity";

    String KNOWLEDGE = "officina.knowledge.ui.knowledge";

    String DOCUMENT = "officina.knowledge.ui.document";

    String AUTOMATIONS = "officina.automations.ui.automations";

    String PROCESSES = "officina.plugins.ui.processes";

    String DIAGNOSTICS = "officina.diagnostics.ui.diagnostics";

    String PREFERENCES = "officina.workbench.preferences";

    /** Pages of Preferences, which are shown as views are. */
    String GENERAL = PREFERENCES + ".general";

    String MODELS = PREFERENCES + ".models";
    String MAIL = PREFERENCES + ".mail";
    String READING = PREFERENCES + ".knowledge";
    String PLUGINS = PREFERENCES + ".plugins";
    String PRIVACY = PREFERENCES + ".privacy";
    String KEYS = PREFERENCES + ".keys";

    /** Opens the view, or the page of Preferences, brings it to the front and gives it the keyboard. */
    void show(String view);

    /** Shows that part of the activity log. */
    default void activity(ActivityPlace place) {
        show(ACTIVITY);
    }

    /** Shows a plug-in on the page that says what it may. */
    default void plugin(PluginId plugin) {
        show(PLUGINS);
    }

    /** Shows a page of Preferences; its content, {@code null} where there is none, as while the data is locked. */
    default @Nullable Pane page(String page) {
        show(page);
        return null;
    }
}
