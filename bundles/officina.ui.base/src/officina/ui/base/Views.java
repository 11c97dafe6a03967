// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** Brings views to the front. UI thread only. */
public interface Views {

    String SESSIONS = "officina.conversation.ui.sessions";
    String CONVERSATION = "officina.conversation.ui.conversation";
    String PLAN = "officina.plan.ui.plan";
    String TODOS = "officina.todo.ui.todos";
    String ACTIVITY = "officina.activity.ui.activity";

    String KNOWLEDGE = "officina.knowledge.ui.knowledge";

    String DOCUMENT = "officina.knowledge.ui.document";

    String PRIVACY = "officina.privacy.ui.privacy";

    String MODELS = "officina.models.ui.models";

    String DIAGNOSTICS = "officina.diagnostics.ui.diagnostics";

    /** Opens the view, brings it to the front and gives it the keyboard. */
    void show(String view);
}
