// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.command;

import java.util.Optional;
import java.util.Set;
import officina.api.id.SessionId;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.Engine;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what was interrupted last: in the current conversation, or in any where there is none. */
public final class ResumeHandler extends AbstractHandler {

    private static final Logger log = LoggerFactory.getLogger(ResumeHandler.class);

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        UiKit kit = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(UiKit.class);
        SessionId current = kit.current().session();
        kit.engine()
                .call(
                        engine -> resume(engine, current),
                        resumed -> resumed.ifPresent(session -> {
                            kit.current().open(session);
                            kit.views().show(Views.CONVERSATION);
                        }),
                        failure -> log.warn("nothing was resumed: {}", failure.code()));
        return null;
    }

    /** The session in which something was resumed; empty where nothing was interrupted. */
    private static Optional<SessionId> resume(Engine engine, @Nullable SessionId session) {
        for (RunSummary run : engine.runs().list(new RunQuery(session, Set.of(RunPhase.INTERRUPTED), 1))) {
            engine.runs().resume(run.id());
            return Optional.of(run.session());
        }
        return Optional.empty();
    }
}
