// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    @Test
    void the_death_of_a_librarys_thread_is_told_without_its_words() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try {
            System.setOut(both);
            System.setErr(both);
            Threads.tellOfAll();
            Thread library = new Thread(() -> {
                throw new IllegalStateException("marker of a person");
            });
            library.start();
            library.join();
        } finally {
            System.setOut(out);
            System.setErr(err);
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertFalse(
                printed.toString(StandardCharsets.UTF_8).contains("marker"), printed.toString(StandardCharsets.UTF_8));
    }
}
