// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;

/** LangChain4j's way to end a stream. Nobody uses it: an interrupt ends ours. */
final class ParsingHandle implements ServerSentEventParsingHandle {

    private volatile boolean cancelled;

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
