// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import officina.sandbox.internal.lock.Kernel;
import officina.sandbox.internal.seccomp.Machine;
import officina.sandbox.internal.seccomp.SystemCalls;

/**
 * Makes attempts, one for each argument ({@code READ=/some/file}), and says of each on a line whether it was done or
 * what held it: the argument, {@value #DONE} or {@value #HELD}, and words, with tabs between them.
 */
public final class Probe {

    public static final String DONE = "done";
    public static final String HELD = "held";

    private Probe() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Kernel kernel = new Kernel(SystemCalls.read(), Machine.current(), Arena.global());
        Means means = new Means(kernel);
        for (String each : arguments) {
            int at = each.indexOf('=');
            Attempt attempt = Attempt.valueOf(each.substring(0, at));
            out.println(each + "\t" + result(attempt, each.substring(at + 1), means));
        }
        // threads that an attempt made must not keep it
        Runtime.getRuntime().halt(0);
    }

    private static String result(Attempt attempt, String argument, Means means) {
        try {
            return DONE + "\t" + attempt.make(argument, means).replaceAll("\\s", " ");
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            return HELD + "\t" + (e.getClass().getSimpleName() + " " + e.getMessage()).replaceAll("\\s", " ");
        }
    }
}
