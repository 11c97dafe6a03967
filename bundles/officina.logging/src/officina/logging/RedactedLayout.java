// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import officina.base.Redacted;

/**
 * One event as the log file has it: time in UTC, level, thread, logger, message, and a throwable in the form of
 * {@link Redacted}, whoever logged it. Messages of our own loggers hold no data by a rule that is checked; those of
 * libraries may quote what they were given, so their words are left out.
 */
final class RedactedLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String OURS = "officina.";
    private static final String LEFT_OUT = "(the words of a library are not kept)";

    @Override
    public String doLayout(ILoggingEvent event) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.printf(
                "%s %-5s [%s] %s - %s%n",
                TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
                event.getLevel(),
                event.getThreadName(),
                event.getLoggerName(),
                event.getLoggerName().startsWith(OURS) ? event.getFormattedMessage() : LEFT_OUT);
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown instanceof ThrowableProxy known) {
            Redacted.of(known.getThrowable()).printStackTrace(out);
        } else if (thrown != null) {
            out.println(thrown.getClassName());
        }
        return text.toString();
    }
}
