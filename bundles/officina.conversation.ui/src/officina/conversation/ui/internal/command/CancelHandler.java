// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.command;

import officina.api.id.SessionId;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.Engine;
import officina.ui.base.UiKit;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels what is at work in the current conversation, wherever the keyboard is. */
public final class CancelHandler extends AbstractHandler {

    private static final Logger log = LoggerFactory.getLogger(CancelHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        SessionId session = kit.current().session();
        if (session != null) {
            kit.engine()
                    .call(
                            engine -> cancel(engine, session),
                            _ -> {},
                            failure -> log.warn("nothing was cancelled: {}", failure.code()));
        }
        return null;
    }

    private static int cancel(Engine engine, SessionId session) {
        int cancelled = 0;
        for (RunSummary run : engine.runs().list(new RunQuery(session, java.util.Set.of(), 100))) {
            if (!run.phase().ended()) {
                engine.runs().cancel(run.id());
                cancelled++;
            }
        }
        return cancelled;
    }
}
