// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of system calls: the one place that knows their numbers and what is done with each. */
public final class SystemCalls {

    private final List<SystemCall> rows;

    private SystemCalls(List<SystemCall> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads the table that this bundle brings. */
    public static SystemCalls read() {
        try (InputStream in = SystemCalls.class.getResourceAsStream("system-calls")) {
            if (in == null) {
                throw new IllegalStateException("the table of system calls is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of system calls cannot be read", e);
        }
    }

    static SystemCalls parse(String table) {
        return new SystemCalls(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SystemCall::parse)
                .toList());
    }

    /** The number of a call. Throws {@link IllegalArgumentException} where the machine does not have it. */
    public int number(String name, Machine machine) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .map(row -> row.numbers().get(machine))
                .filter(number -> number != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no system call " + name + " on " + machine));
    }

    List<SystemCall> rows() {
        return rows;
    }
}
