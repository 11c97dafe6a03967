// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How the processes of a bundle that was granted servers reach them with clients of their own: through one Unix socket,
 * for each process another. Any thread.
 */
public interface HostNetwork {

    /** What is reached through one socket. Closing it ends all that is under way, and takes the socket away. */
    interface Way extends AutoCloseable {

        /** What is handed into the sandbox. */
        Path socket();

        @Override
        void close();
    }

    /**
     * For a process that is about to be started.
     *
     * @param folder a new one for the socket, which nobody else can enter; whoever made it removes it
     */
    Way open(Path folder) throws IOException;
}
