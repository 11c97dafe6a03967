// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

/** How much a log line matters. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
