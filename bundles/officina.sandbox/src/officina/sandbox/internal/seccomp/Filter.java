// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.sandbox.internal.seccomp.Condition.Alone;
import officina.sandbox.internal.seccomp.Condition.OfArgument;
import officina.sandbox.internal.seccomp.Condition.Sealed;

/**
 * A filter of system calls, in the form the kernel runs: made of the table for one machine and one process. What is not
 * in the table does not exist. Numbers of another machine's form end the process.
 */
public final class Filter {

    static final int ALLOW = 0x7FFF0000;
    static final int REFUSE = 0x00050000 | 1; // EPERM
    static final int ABSENT = 0x00050000 | 38; // ENOSYS
    static final int KILL = 0x80000000;

    static final int NUMBER_AT = 0;
    static final int MACHINE_AT = 4;
    static final int ARGUMENTS_AT = 16;

    /** On x86_64 numbers from here on are those of a second form, with pointers of 32 bits. */
    static final int SECOND_FORM = 0x40000000;

    private static final int BYTES = 8;

    private final List<Instruction> instructions;

    private Filter(List<Instruction> instructions) {
        this.instructions = List.copyOf(instructions);
    }

    /**
     * Makes it.
     *
     * @param self the number of the process that it will hold for, as that process sees it
     */
    public static Filter of(SystemCalls calls, Machine machine, Freedom freedom, int self) {
        List<Instruction> all = new ArrayList<>();
        all.add(Instruction.load(MACHINE_AT));
        all.add(new Instruction(Instruction.JUMP_IF_SAME, 1, 0, machine.audit()));
        all.add(Instruction.answer(KILL));
        all.add(Instruction.load(NUMBER_AT));
        all.add(new Instruction(Instruction.JUMP_IF_AT_LEAST, 0, 1, SECOND_FORM));
        all.add(Instruction.answer(ABSENT));
        ranges(calls, machine, freedom, self).forEach((end, body) -> {
            all.add(new Instruction(Instruction.JUMP_IF_AT_LEAST, body.size(), 0, end));
            all.addAll(body);
        });
        all.add(Instruction.answer(ABSENT));
        return new Filter(all);
    }

    /** What is done with the numbers up to each key, the key not among them, and from the one before it on. */
    private static Map<Integer, List<Instruction>> ranges(
            SystemCalls calls, Machine machine, Freedom freedom, int self) {
        Map<Integer, List<Instruction>> bodies = new TreeMap<>();
        for (SystemCall call : calls.rows()) {
            Integer number = call.numbers().get(machine);
            if (number != null) {
                bodies.put(number, body(call, freedom, self));
            }
        }
        Map<Integer, List<Instruction>> ranges = new TreeMap<>();
        List<Instruction> absent = List.of(Instruction.answer(ABSENT));
        List<Instruction> current = absent;
        int next = 0;
        for (Map.Entry<Integer, List<Instruction>> each : bodies.entrySet()) {
            if (each.getKey() > next && !current.equals(absent)) {
                ranges.put(next, current);
                current = absent;
            }
            if (!each.getValue().equals(current)) {
                if (each.getKey() > 0) {
                    ranges.put(each.getKey(), current);
                }
                current = each.getValue();
            }
            next = each.getKey() + 1;
        }
        ranges.put(next, current);
        return ranges;
    }

    private static List<Instruction> body(SystemCall call, Freedom freedom, int self) {
        boolean may =
                switch (call.verdict()) {
                    case ALLOW -> true;
                    case REFUSE, ABSENT -> false;
                    case PROCESSES -> freedom.processes();
                    case UNIX -> freedom.unixSockets();
                };
        if (!may) {
            return List.of(Instruction.answer(call.verdict() == SystemCall.Verdict.ABSENT ? ABSENT : REFUSE));
        }
        List<Instruction> body = new ArrayList<>();
        for (List<Condition> together : call.unless()) {
            List<OfArgument> compared = new ArrayList<>();
            boolean possible = true;
            for (Condition condition : together) {
                switch (condition) {
                    case Alone() -> possible &= !freedom.processes();
                    case Sealed() -> possible &= freedom.sealed();
                    case OfArgument argument -> compared.add(argument);
                }
            }
            if (possible && compared.isEmpty()) {
                return List.of(Instruction.answer(REFUSE));
            } else if (possible) {
                body.addAll(refusal(compared, self));
            }
        }
        body.add(Instruction.answer(ALLOW));
        return body;
    }

    /** Refuses where all of them hold; goes on behind it where one does not. */
    private static List<Instruction> refusal(List<OfArgument> together, int self) {
        List<Instruction> made = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            OfArgument each = together.get(i);
            int value = each.self() ? self : each.value();
            int out = 2 * (together.size() - 1 - i) + 1;
            made.add(Instruction.load(ARGUMENTS_AT + 8 * each.argument()));
            made.add(
                    switch (each.relation()) {
                        case SAME -> new Instruction(Instruction.JUMP_IF_SAME, 0, out, value);
                        case OTHER -> new Instruction(Instruction.JUMP_IF_SAME, out, 0, value);
                        case SOME -> new Instruction(Instruction.JUMP_IF_SOME_BITS, 0, out, value);
                        case NONE -> new Instruction(Instruction.JUMP_IF_SOME_BITS, out, 0, value);
                    });
        }
        made.add(Instruction.answer(REFUSE));
        return made;
    }

    List<Instruction> instructions() {
        return instructions;
    }

    /** How many instructions it has. */
    public int length() {
        return instructions.size();
    }

    /** As the kernel reads it, in the order of bytes of this machine. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(instructions.size() * BYTES).order(ByteOrder.nativeOrder());
        for (Instruction each : instructions) {
            out.putShort((short) each.code())
                    .put((byte) each.whenTrue())
                    .put((byte) each.whenFalse())
                    .putInt(each.operand());
        }
        return out.array();
    }
}
