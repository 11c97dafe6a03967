// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.util.Locale;

/** The lists of words in the data file; what each is for stands there. */
public enum Words {
    VERB,
    DETERMINER,
    DAY_UNIT,
    HOUR_UNIT,
    LEVEL,
    CONSEQUENCE,
    ZONE,
    STOP,
    ALL,
    NOUN,
    PLURAL,
    DONE,
    OPEN,
    OVERDUE,
    UNDATED,
    EARLIER,
    PRONOUN,
    NOT_WORDS,
    YES,
    BOTH,
    ORDINAL,
    IRREGULAR,
    ENDING;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
