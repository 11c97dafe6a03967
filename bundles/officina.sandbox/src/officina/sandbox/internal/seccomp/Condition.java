// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import java.util.List;

/** One condition on the low 32 bits of an argument, or on what holds for the program. */
sealed interface Condition {

    /** It holds where the program may start no others. */
    record Alone() implements Condition {}

    /** It holds where nothing but Landlock keeps the program from files. */
    record Sealed() implements Condition {}

    /**
     * @param argument from 0
     * @param self whether the value is the number of the program's own process
     */
    record OfArgument(int argument, Relation relation, int value, boolean self) implements Condition {}

    /** How an argument is compared. */
    enum Relation {
        SOME("&"),
        NONE("!&"),
        SAME("="),
        OTHER("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    static Condition parse(String word) {
        if (word.equals("alone")) {
            return new Alone();
        } else if (word.equals("sealed")) {
            return new Sealed();
        }
        // the longer signs first: each ends in a shorter one
        for (Relation relation : List.of(Relation.NONE, Relation.OTHER, Relation.SOME, Relation.SAME)) {
            int at = word.indexOf(relation.sign);
            if (at > 0 && word.charAt(0) == 'a') {
                int argument = Integer.parseInt(word.substring(1, at));
                String value = word.substring(at + relation.sign.length());
                boolean self = value.equals("self");
                return new OfArgument(
                        argument, relation, self ? 0 : Long.decode(value).intValue(), self);
            }
        }
        throw new IllegalArgumentException("no condition: " + word);
    }
}
