// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a process takes, with all that it started: the sandbox itself is one of them. */
record ProcessUse(Duration processor, long memory) {

    private static final String RESIDENT = "VmRSS:";
    private static final int KIB = 1024;

    static ProcessUse of(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        return new ProcessUse(
                all.stream()
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus),
                all.stream().mapToLong(each -> memory(each.pid())).sum());
    }

    /** As Linux tells it (proc(5)); one that has ended meanwhile takes nothing. */
    private static long memory(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
