// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.SessionRow;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;

/** Tells screen readers of the list of sessions: its items, and which one is selected. */
final class SessionListVoice {

    private final SessionList list;
    private final Canvas canvas;

    SessionListVoice(SessionList list, Canvas canvas) {
        this.list = list;
        this.canvas = canvas;
    }

    void listen() {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? Words.SESSIONS.text() : name(event.childID);
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = list.rows().size();
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                int selected = list.selectedRow();
                event.childID = selected < 0 ? ACC.CHILDID_SELF : selected;
            }

            @Override
            public void getSelection(AccessibleControlEvent event) {
                int selected = list.selectedRow();
                event.childID = selected < 0 ? ACC.CHILDID_NONE : selected;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;
                if (event.childID == list.selectedRow()) {
                    event.detail |= ACC.STATE_SELECTED;
                }
            }
        });
    }

    private String name(int child) {
        if (child < 0 || child >= list.rows().size()) {
            return "";
        }
        return switch (list.rows().get(child)) {
            case SessionRow.Heading heading -> heading.group().title();
            case SessionRow.Item item -> item.title() + ", " + item.standing();
        };
    }
}
