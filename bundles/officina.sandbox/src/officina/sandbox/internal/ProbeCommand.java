// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.util.ArrayList;
import java.util.List;
import officina.sandbox.internal.probe.Probe;

/** The program that makes attempts, as a command. */
final class ProbeCommand {

    private ProbeCommand() {}

    static List<String> making(List<String> attempts) {
        List<String> command = new ArrayList<>(JavaHome.current().running(Probe.class));
        command.addAll(attempts);
        return command;
    }
}
