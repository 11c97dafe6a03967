// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

/**
 * One instruction of a filter, as the kernel runs it.
 *
 * @param whenTrue how many instructions a comparison that holds leaves out
 * @param whenFalse how many one that does not hold leaves out
 */
record Instruction(int code, int whenTrue, int whenFalse, int operand) {

    /** Loads four bytes of what the kernel tells of the call. */
    static final int LOAD = 0x20;

    static final int RETURN = 0x06;
    static final int JUMP_IF_SAME = 0x15;
    static final int JUMP_IF_AT_LEAST = 0x35;
    static final int JUMP_IF_SOME_BITS = 0x45;

    private static final int FARTHEST = 255;

    Instruction {
        if (whenTrue < 0 || whenTrue > FARTHEST || whenFalse < 0 || whenFalse > FARTHEST) {
            throw new IllegalArgumentException("a jump of a filter goes at most " + FARTHEST + " instructions far");
        }
    }

    static Instruction load(int place) {
        return new Instruction(LOAD, 0, 0, place);
    }

    static Instruction answer(int value) {
        return new Instruction(RETURN, 0, 0, value);
    }
}
