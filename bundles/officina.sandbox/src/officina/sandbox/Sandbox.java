// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

import java.util.List;

/**
 * Starts programs that are kept in. Any thread. What it started ends when it is closed, and when this process ends,
 * however it ends.
 */
public interface Sandbox extends AutoCloseable {

    /** How programs are kept in. */
    SandboxLevel level();

    /**
     * Starts a program; its input, output and errors are pipes. Nothing of the environment of this process reaches it.
     * Where a lock does not close it is not run: the process ends with 125 and says why on its errors.
     * {@code sandbox.refused} where nothing keeps programs in here, {@code sandbox.rules-unfit} where rules ask for what
     * this level cannot do, {@code sandbox.folder-unfit}, {@code sandbox.start-failed}. Blocks for milliseconds.
     *
     * @param command a program by its whole path, with its arguments
     */
    Process start(List<String> command, SandboxRules rules);

    /** Ends everything that it started. */
    @Override
    void close();
}
