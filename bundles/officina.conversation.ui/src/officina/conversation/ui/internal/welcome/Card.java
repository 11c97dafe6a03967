// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.welcome;

import officina.conversation.ui.internal.Words;
import officina.ui.base.Icon;

/** Something to try on the sample: a message that is sent as any other. */
enum Card {
    ASK(Icon.SEARCH, Words.CARD_ASK, Words.CARD_ASK_MESSAGE),
    WEEK(Icon.CALENDAR, Words.CARD_WEEK, Words.CARD_WEEK_MESSAGE),
    REMIND(Icon.BELL, Words.CARD_REMIND, Words.CARD_REMIND_MESSAGE);

    private final Icon icon;
    private final Words title;
    private final Words message;

    Card(Icon icon, Words title, Words message) {
        this.icon = icon;
        this.title = title;
        this.message = message;
    }

    Icon icon() {
        return icon;
    }

    String title() {
        return title.text();
    }

    String message() {
        return message.text();
    }
}
