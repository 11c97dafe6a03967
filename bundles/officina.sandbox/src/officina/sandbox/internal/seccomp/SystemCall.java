// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of the table.
 *
 * @param numbers by machine; none where the machine does not have it
 * @param unless alternatives, each of conditions that hold together; one that holds makes it refused
 */
record SystemCall(String name, Map<Machine, Integer> numbers, Verdict verdict, List<List<Condition>> unless) {

    /** What happens to it. */
    enum Verdict {
        ALLOW,
        REFUSE,
        ABSENT,
        PROCESSES,
        UNIX
    }

    static SystemCall parse(String line) {
        String[] halves = line.split(" unless ", 2);
        String[] words = halves[0].split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("no system call: " + line);
        }
        Map<Machine, Integer> numbers = new TreeMap<>();
        for (Machine machine : Machine.values()) {
            String number = words[1 + machine.ordinal()];
            if (!number.equals("-")) {
                numbers.put(machine, Integer.valueOf(number));
            }
        }
        return new SystemCall(
                words[0],
                numbers,
                Verdict.valueOf(words[3].toUpperCase(Locale.ROOT)),
                halves.length == 1 ? List.of() : alternatives(halves[1]));
    }

    private static List<List<Condition>> alternatives(String text) {
        return Arrays.stream(text.split(" or ", -1))
                .map(each -> Arrays.stream(each.replace("alone ", "alone and ").split(" and ", -1))
                        .map(Condition::parse)
                        .toList())
                .toList();
    }
}
