// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** What the user gave for one word of a command's {@link Syntax}, or what holds without it. */
final class Given<T extends @Nullable Object> implements IGetter, ISetter {

    private T value;

    Given(T without) {
        value = without;
    }

    T value() {
        return value;
    }

    /** For the library, which knows of no type. */
    @Override
    @SuppressWarnings("unchecked")
    public <V> V get() {
        return (V) value;
    }

    /** For the library, which converts to the type it was told in {@link Syntax}. */
    @Override
    @SuppressWarnings("unchecked")
    public <V> V set(V given) {
        value = (T) given;
        return given;
    }
}
