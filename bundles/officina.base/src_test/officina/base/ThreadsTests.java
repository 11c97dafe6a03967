// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTests {

    @Test
    void tasks_in_order_run_one_after_the_other() {
        List<Integer> ran = new ArrayList<>();
        try (ExecutorService executor = Threads.inOrder("test")) {
            IntStream.range(0, 1_000).forEach(number -> executor.execute(() -> ran.add(number)));
        }
        assertEquals(IntStream.range(0, 1_000).boxed().toList(), ran);
    }
}
