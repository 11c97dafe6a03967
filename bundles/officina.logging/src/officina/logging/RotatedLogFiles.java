// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import officina.engine.LogFiles;
import officina.engine.Subscription;
import org.osgi.service.component.annotations.Component;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** At most five files of 2 MiB, in plain text: {@link RedactedLayout} sees to it that no line holds user data. */
@Component(service = LogFiles.class)
public final class RotatedLogFiles implements LogFiles {

    private static final String FILE = "officina.log";
    private static final String OLDER = "officina.%i.log";
    private static final int OLDER_FILES = 4;
    private static final long FILE_SIZE = 2L * 1024 * 1024;

    @Override
    public Subscription writeTo(Path folder) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return () -> {};
        }
        RollingFileAppender<ILoggingEvent> appender = appender(context, folder);
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        return () -> {
            root.detachAppender(appender);
            appender.stop();
        };
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(folder.toString());
        appender.setFile(folder.resolve(FILE).toString());
        appender.setEncoder(Encoders.of(new RedactedLayout(), context));

        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(folder.resolve(OLDER).toString());
        window.setMinIndex(1);
        window.setMaxIndex(OLDER_FILES);
        window.start();
        appender.setRollingPolicy(window);

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_SIZE));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
