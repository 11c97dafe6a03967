// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many tasks the user of this process has now, in all processes. */
final class UserTasks {

    private UserTasks() {}

    static long now(Path processes) throws IOException {
        Object mine = Files.getAttribute(processes.resolve("self"), "unix:uid");
        long tasks = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path each : all) {
                tasks += of(each, mine);
            }
        }
        return tasks;
    }

    /** A process that ends meanwhile has none. */
    private static long of(Path process, Object mine) {
        try {
            if (!Files.getAttribute(process, "unix:uid").equals(mine)) {
                return 0;
            }
            try (var tasks = Files.list(process.resolve("task"))) {
                return tasks.count();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
