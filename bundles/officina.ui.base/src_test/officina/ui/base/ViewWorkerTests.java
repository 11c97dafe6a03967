// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ViewWorkerTests {

    private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Test
    void what_a_task_throws_is_handed_on_and_the_next_task_runs() throws InterruptedException {
        RuntimeException exception = new IllegalStateException();
        Error error = new StackOverflowError();
        try (ViewWorker worker = new ViewWorker("view", heard::add)) {
            worker.execute(() -> {
                throw exception;
            });
            worker.execute(() -> {
                throw error;
            });
            worker.execute(() -> heard.add("ran"));

            assertEquals(exception, heard.poll(10, TimeUnit.SECONDS));
            assertEquals(error, heard.poll(10, TimeUnit.SECONDS));
            assertEquals("ran", heard.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void tasks_for_a_closed_view_are_passed_over() {
        ViewWorker worker = new ViewWorker("view", heard::add);
        worker.close();
        worker.execute(() -> heard.add("ran"));

        assertNull(heard.poll());
    }
}
