// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The settings of Logback, which finds them as a service when the first logger is asked for: to the error stream goes
 * what somebody must act on, without stack traces, whose messages may quote what a user wrote. The log files of a data
 * folder get more ({@link RotatedLogFiles}), in a form that holds no such words. {@code -Dofficina.log=DEBUG} shows that
 * level and those above on the error stream. An XML file would say the same, and reading one takes a tenth of a
 * command's time.
 */
public final class ErrorStreamLog extends ContextAwareBase implements Configurator {

    private static final String LEVEL = "officina.log";
    private static final String TARGET = "System.err";

    /**
     * Libraries that tell of each flaw of a file they read; whoever has it read tells once what is the matter. And one
     * that tells at each start how it might be faster with a part of Java that is not in the product.
     */
    private static final List<String> QUIET = List.of(
            "org.apache.pdfbox",
            "org.apache.fontbox",
            "org.apache.lucene.internal.vectorization.VectorizationProvider");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger("officina").setLevel(Level.INFO);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        if (System.getProperty(LEVEL) == null) {
            QUIET.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        }
        root.addAppender(appender(context));
        // Lucene and OkHttp speak to the logging of Java, which would print their words
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(System.getProperty(LEVEL, Level.ERROR.levelStr));
        filter.start();

        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("STDERR");
        appender.setTarget(TARGET);
        appender.addFilter(filter);
        appender.setEncoder(Encoders.of(new ErrorLineLayout(), context));
        appender.start();
        return appender;
    }
}
