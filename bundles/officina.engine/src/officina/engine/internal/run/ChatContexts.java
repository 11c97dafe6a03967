// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.language.LanguageContext;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.UserProfile;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.engine.internal.sample.SampleScope;
import officina.store.Store;

/** Builds what a request's context holds: the person, recent to-dos, earlier turns. */
public final class ChatContexts {

    private static final int RECENT_TODOS = 20;
    private static final int EARLIER_TURNS = 20;

    private final Store store;
    private final InstantSource clock;
    private final UserProfile fallback;

    /** @param fallback the person, for the moment before the profile is in the store */
    public ChatContexts(Store store, InstantSource clock, UserProfile fallback) {
        this.store = store;
        this.clock = clock;
        this.fallback = fallback;
    }

    public UserProfile profile() {
        return store.list(new RecordQuery(RecordKind.USER_PROFILE, Map.of(), null, 1)).stream()
                .findFirst()
                .map(record -> UserProfile.from(record.fields()))
                .orElse(fallback);
    }

    public LanguageContext language() {
        UserProfile profile = profile();
        return new LanguageContext(clock.instant(), profile.zone(), profile.locale());
    }

    /**
     * The request with its context as it is now.
     *
     * @param attached what fits it in what the person attached
     */
    ChatRequest complete(ChatRequest request, SessionState session, RunId run, List<DocumentPassage> attached) {
        ChatContext context =
                new ChatContext(profile(), attached, recentTodos(request.project()), history(session, run));
        return new ChatRequest(request.message(), request.project(), request.mode(), request.persona(), context);
    }

    private List<DataRecord> recentTodos(RecordId project) {
        SampleScope.View view = new SampleScope(store).of(project);
        int more = view.open() ? RECENT_TODOS : RECENT_TODOS + SampleScope.FEW;
        return view.seen(store.list(new RecordQuery(RecordKind.TODO, Map.of(), null, more))).stream()
                .limit(RECENT_TODOS)
                .toList();
    }

    private static List<Message> history(SessionState session, RunId run) {
        List<RunState> earlier = session.runs().stream()
                .filter(state -> state.head().kind() == RunKind.TURN
                        && !state.head().run().equals(run))
                .toList();
        List<Message> messages = new ArrayList<>();
        for (RunState turn : earlier.subList(Math.max(0, earlier.size() - EARLIER_TURNS), earlier.size())) {
            ChatRequest asked = turn.head().request();
            if (asked != null && !asked.message().parts().isEmpty()) {
                messages.add(asked.message());
            }
            if (!turn.parts().isEmpty()) {
                messages.add(new Message(MessageRole.ASSISTANT, turn.parts()));
            }
        }
        return messages;
    }
}
