// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/** Ends what it names when closed; after {@code close} returns, the listener is not called again. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
