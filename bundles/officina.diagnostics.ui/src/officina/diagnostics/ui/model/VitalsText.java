// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import officina.engine.Traffic;
import officina.engine.Vitals;

/** The numbers of an engine in words. */
public record VitalsText(Locale locale) {

    public String journal(Vitals vitals) {
        return Words.JOURNAL_EVENTS.text(vitals.journal());
    }

    public String store(Vitals vitals) {
        long behind = vitals.journal() - vitals.store();
        return behind <= 0 ? Words.STORE_AGREES.text() : Words.STORE_BEHIND.text(behind);
    }

    public String attached(Traffic traffic) {
        return Words.ATTACHED_NOW.text(
                number(traffic.clients().size()), number(traffic.accepted()), number(traffic.refused()));
    }

    /** The cells of a process's row. */
    public List<String> row(Traffic.Client client) {
        return List.of(
                number(client.number()),
                client.program(),
                age(client.age()),
                number(client.requests()),
                number(client.atWork()),
                number(client.subscriptions()),
                number(client.events()),
                number(client.held()),
                bytes(client.queuedBytes()));
    }

    private String age(Duration age) {
        if (age.toMinutes() < 1) {
            return Words.SECONDS.text(age.toSeconds());
        }
        return age.toHours() < 1
                ? Words.MINUTES.text(age.toMinutes())
                : Words.HOURS.text(age.toHours(), age.toMinutesPart());
    }

    private String bytes(long bytes) {
        return bytes < 1024 ? Words.BYTES.text(number(bytes)) : Words.KIBIBYTES.text(number(bytes / 1024));
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }
}
