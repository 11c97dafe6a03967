// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a {@link Probe} told.
 *
 * @param attempts by what was asked for, in order; one that the probe did not live to tell of is missing
 * @param exit how it ended
 * @param errors what it, or whatever was to start it, said beside that
 */
public record ProbeResults(Map<String, Result> attempts, int exit, String errors) {

    private static final int LONGEST_SECONDS = 120;

    /** @param done whether the attempt succeeded */
    public record Result(boolean done, String words) {}

    /** Waits for its end, but not longer than two minutes. It says little, so that nothing has to be read meanwhile. */
    public static ProbeResults of(Process probe) throws IOException, InterruptedException {
        try {
            probe.getOutputStream().close();
            if (!probe.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the attempts do not end");
            }
            Map<String, Result> attempts = new LinkedHashMap<>();
            for (String line :
                    text(probe.getInputStream().readAllBytes()).lines().toList()) {
                String[] parts = line.split("\t", 3);
                if (parts.length == 3) {
                    attempts.put(parts[0], new Result(parts[1].equals(Probe.DONE), parts[2]));
                }
            }
            return new ProbeResults(
                    attempts, probe.exitValue(), text(probe.getErrorStream().readAllBytes()));
        } finally {
            probe.destroyForcibly();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
