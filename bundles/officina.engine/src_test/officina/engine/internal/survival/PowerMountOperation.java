// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel asks of a {@link PowerMount}, by the numbers of {@code linux/fuse.h}. */
enum PowerMountOperation {
    OTHER(0),
    LOOK_UP(1),
    FORGET(2, false),
    GET_ATTRIBUTES(3),
    SET_ATTRIBUTES(4),
    MAKE_FOLDER(9),
    DELETE(10),
    DELETE_FOLDER(11),
    RENAME(12),
    LINK(13),
    OPEN(14),
    READ(15),
    WRITE(16),
    SPACE(17),
    CLOSE(18),
    FORCE(20),
    FLUSH(25),
    BEGIN(26),
    OPEN_FOLDER(27),
    READ_FOLDER(28),
    CLOSE_FOLDER(29),
    FORCE_FOLDER(30),
    CREATE(35),
    INTERRUPT(36, false),
    FORGET_MANY(42, false),
    RENAME_WITH(45);

    private static final Map<Integer, PowerMountOperation> ALL =
            Stream.of(values()).collect(Collectors.toMap(each -> each.number, each -> each));

    private final int number;
    private final boolean answered;

    PowerMountOperation(int number) {
        this(number, true);
    }

    PowerMountOperation(int number, boolean answered) {
        this.number = number;
        this.answered = answered;
    }

    /** Whether the kernel waits for an answer. */
    boolean isAnswered() {
        return answered;
    }

    static PowerMountOperation of(int number) {
        return ALL.getOrDefault(number, OTHER);
    }
}
