// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import java.util.List;
import java.util.function.LongUnaryOperator;

/** Runs a filter as the kernel does: on a call of a machine, with its number and its arguments. */
final class FilterMachine {

    private final List<Instruction> program;

    FilterMachine(Filter filter) {
        program = filter.instructions();
    }

    /** What the filter answers. Throws where it would leave the program, or never answer. */
    int run(int machine, int number, long... arguments) {
        LongUnaryOperator word = place -> {
            if (place == Filter.NUMBER_AT) {
                return number;
            } else if (place == Filter.MACHINE_AT) {
                return machine;
            }
            int at = (int) (place - Filter.ARGUMENTS_AT);
            long argument = at / 8 < arguments.length ? arguments[at / 8] : 0;
            return at % 8 == 0 ? argument : argument >>> 32;
        };
        int held = 0;
        for (int at = 0; ; at++) {
            Instruction now = program.get(at);
            switch (now.code()) {
                case Instruction.LOAD -> held = (int) word.applyAsLong(now.operand());
                case Instruction.RETURN -> {
                    return now.operand();
                }
                case Instruction.JUMP_IF_SAME -> at += held == now.operand() ? now.whenTrue() : now.whenFalse();
                case Instruction.JUMP_IF_AT_LEAST ->
                    at += Integer.compareUnsigned(held, now.operand()) >= 0 ? now.whenTrue() : now.whenFalse();
                case Instruction.JUMP_IF_SOME_BITS ->
                    at += (held & now.operand()) != 0 ? now.whenTrue() : now.whenFalse();
                default -> throw new IllegalStateException("no instruction: " + now);
            }
        }
    }
}
