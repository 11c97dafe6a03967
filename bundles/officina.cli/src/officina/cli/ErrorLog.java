// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.FileDescriptor;
import java.io.PrintStream;
import officina.base.Redacted;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The log of a command without the platform: errors, on the error stream, without the words of throwables, as the
 * platform's settings have it. Named by {@code slf4j.provider}; the files of the data folder are the engine's.
 */
public final class ErrorLog implements SLF4JServiceProvider {

    private final PrintStream err;

    /** To the error stream of the process; made by name. */
    public ErrorLog() {
        this(Terminal.stream(FileDescriptor.err));
    }

    ErrorLog(PrintStream err) {
        this.err = err;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> new Lines(name, err);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return new BasicMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // nothing is kept
    }

    /** One logger. */
    private static final class Lines extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient PrintStream err;

        Lines(String name, PrintStream err) {
            this.name = name;
            this.err = err;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] values,
                @Nullable Throwable error) {
            String text = MessageFormatter.basicArrayFormat(pattern, values);
            err.println(level + " " + name + " " + Output.printable(text)
                    + (error == null ? "" : " " + Redacted.of(error)));
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }
    }
}
