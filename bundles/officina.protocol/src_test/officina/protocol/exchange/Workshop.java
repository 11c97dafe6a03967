// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is lent in these tests. */
public interface Workshop {

    String greet(String name);

    /** What is lent together with the workshop. */
    Bench bench();

    /** Tells each name, asking for the next word before. */
    int tell(List<String> names, Supplier<String> word, Consumer<String> told);

    /** Keeps what it was lent for longer than it may. */
    void keep(Supplier<String> word);

    String useKept();

    String fail(String how);

    String sleep() throws InterruptedException;

    /** Cannot be left by an interrupt. */
    String wait(Supplier<String> word);

    default String byDefault() {
        return "nothing";
    }

    /** A part of the workshop. */
    interface Bench {
        int length();
    }
}
