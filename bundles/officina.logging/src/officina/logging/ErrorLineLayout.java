// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One event as the error stream shows it: the person's time, level, logger and message. */
final class ErrorLineLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    @Override
    public String doLayout(ILoggingEvent event) {
        return "%s %-5s %s %s%n"
                .formatted(
                        TIME.format(Instant.ofEpochMilli(event.getTimeStamp()).atZone(ZoneId.systemDefault())),
                        event.getLevel(),
                        event.getLoggerName(),
                        event.getFormattedMessage());
    }
}
