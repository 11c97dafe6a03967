// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.BitSet;

/**
 * A rough and honest guess at how long a passphrase withstands somebody who has a copy of the disk. It knows no
 * dictionary: a long proverb is told stronger than it is, which is why the words for it promise nothing. Any thread.
 */
public enum PassphraseStrength {
    WEAK,
    FAIR,
    GOOD;

    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int DIGIT = 2;
    private static final int OTHER = 3;

    /** Different characters and kinds of characters count, repetition does not. No copy of the passphrase is made. */
    public static PassphraseStrength of(char[] passphrase) {
        BitSet different = new BitSet();
        BitSet kinds = new BitSet();
        for (char each : passphrase) {
            different.set(each);
            kinds.set(kind(each));
        }
        double bits = Math.min(passphrase.length, different.cardinality() * 1.7) * (1.5 + kinds.cardinality() * 0.7);
        different.clear();
        if (bits < 32) {
            return WEAK;
        }
        return bits < 50 ? FAIR : GOOD;
    }

    /** What is said of it to the person. */
    public String text() {
        return switch (this) {
            case WEAK -> Words.STRENGTH_WEAK.text();
            case FAIR -> Words.STRENGTH_FAIR.text();
            case GOOD -> Words.STRENGTH_GOOD.text();
        };
    }

    private static int kind(char each) {
        if (Character.isLowerCase(each)) {
            return LOWER;
        }
        if (Character.isUpperCase(each)) {
            return UPPER;
        }
        return Character.isDigit(each) ? DIGIT : OTHER;
    }
}
