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

    /** What the journal holds, and why it takes no more where it does not. */
    public String journal(Vitals.OfJournal journal) {
        String events = Words.JOURNAL_EVENTS.text(journal.position());
        if (!journal.accepts()) {
            return Words.JOURNAL_STOPPED.text(events);
        }
        return journal.waitingForRoom() > 0 ? Words.JOURNAL_FULL.text(events, journal.waitingForRoom()) : events;
    }

    /** Where its readers find what they read. */
    public String reading(Vitals.OfJournal journal) {
        return Words.READING_FROM.text(journal.readers(), number(journal.fromMemory()), number(journal.fromFiles()));
    }

    public String store(Vitals vitals) {
        String trouble = vitals.store().trouble();
        if (trouble != null) {
            return trouble;
        }
        long behind = vitals.journal().position() - vitals.store().position();
        return behind <= 0 ? Words.STORE_AGREES.text() : Words.STORE_BEHIND.text(behind);
    }

    /** Whether nothing keeps the journal from taking events. */
    public static boolean isWell(Vitals.OfJournal journal) {
        return journal.accepts() && journal.waitingForRoom() == 0;
    }

    public String attached(Traffic traffic) {
        return Words.ATTACHED_NOW.text(
                number(traffic.clients().size()),
                number(traffic.accepted()),
                number(traffic.refused()),
                number(traffic.reconnects()));
    }

    /** What became of events that could not go at once. */
    public String flow(Traffic traffic) {
        return Words.FLOW_NUMBERS.text(
                number(traffic.held()), traffic.held(), number(traffic.reread()), traffic.reread());
    }

    /** The cells of a process's row. */
    public List<String> row(Traffic.Client client) {
        return List.of(
                number(client.number()),
                client.program(),
                age(client.age()),
                number(client.reconnects()),
                number(client.requests()),
                number(client.atWork()),
                number(client.subscriptions()),
                number(client.sent().events()),
                number(client.sent().held()),
                number(client.sent().reread()),
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
