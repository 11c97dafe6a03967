// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.choice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.record.RecordKind;
import officina.conversation.ui.internal.composer.Composer;
import officina.conversation.ui.model.ModelRow.Pick;
import officina.conversation.ui.model.ModelRows;
import officina.conversation.ui.model.ModelRows.Answer;
import officina.conversation.ui.model.ModelRows.Known;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.ModelChoice;
import officina.engine.Models;
import officina.ui.base.Coalesced;
import officina.ui.base.EngineState;
import officina.ui.base.Following;
import officina.ui.base.PaneSite;
import officina.ui.base.Views;
import org.jspecify.annotations.Nullable;

/**
 * Which model answers in the conversation that is shown. What is chosen before there is a conversation holds for the one
 * that begins with the next message. UI thread only.
 */
public final class ConversationModel {

    private final PaneSite site;
    private final Composer composer;
    private final Consumer<Failure> failed;
    private final Map<String, Answer> answers = new HashMap<>();
    /** Accounts whose servers have not answered yet. */
    private final Set<String> pending = new HashSet<>();
    /** Accounts whose servers were asked since the popup opened. */
    private final Set<String> asked = new HashSet<>();

    private @Nullable SessionId session;
    private @Nullable Known known;
    private @Nullable Pick beginning;
    private @Nullable ModelPopup popup;

    /** @param beginning what the content before this one left, see {@link #beginning()} */
    public ConversationModel(PaneSite site, Composer composer, @Nullable Pick beginning, Consumer<Failure> failed) {
        this.site = site;
        this.composer = composer;
        this.beginning = beginning;
        this.failed = failed;
        if (site.kit().engine().state() instanceof EngineState.Ready(Engine engine)) {
            Coalesced<Boolean> changes = site.coalesced(_ -> load());
            site.owned()
                    .own(Following.of(() -> engine.settings().onChange(key -> {
                        if (key.equals(SettingsCatalog.MODEL)) {
                            changes.set(true);
                        }
                    })));
            site.owned()
                    .own(Following.of(() -> engine.sessions().subscribeAll(event -> {
                        if (event.event() instanceof RunEvent.RecordChanged change
                                && change.kind().equals(RecordKind.PROVIDER_ACCOUNT)) {
                            changes.set(true);
                        }
                    })));
        }
        load();
    }

    /** Turns to a conversation; {@code null} for a new one. */
    public void turn(@Nullable SessionId next) {
        if (!Objects.equals(session, next)) {
            session = next;
            beginning = null;
            load();
        }
    }

    /** What was chosen for a conversation that is still to begin; {@code null} for nothing. */
    public @Nullable Pick beginning() {
        return session == null ? beginning : null;
    }

    /** The same, as a message that begins a conversation says it. */
    public @Nullable String beginningModel() {
        return switch (beginning()) {
            case Pick.Use(String account, String model) -> account + "/" + model;
            case Pick.None() -> Models.NONE;
            case null, default -> null;
        };
    }

    private void load() {
        SessionId shown = session;
        site.call(
                engine -> known(engine, shown),
                found -> {
                    if (Objects.equals(shown, session)) {
                        known = found;
                        show();
                    }
                },
                failed);
    }

    private static Known known(Engine engine, @Nullable SessionId session) {
        RecordId project = session == null
                ? null
                : engine.sessions()
                        .find(session)
                        .map(each -> each.info().project())
                        .orElse(null);
        RecordId owner = project == null ? standard(engine) : project;
        Optional<ModelChoice> elsewhere = engine.models().choice(owner);
        return Known.of(
                engine.models().accounts(),
                elsewhere,
                session == null ? elsewhere : engine.models().choiceIn(session));
    }

    /** The project in which a new conversation begins. */
    private static @Nullable RecordId standard(Engine engine) {
        return engine.projects().list().stream()
                .filter(each -> each.project().standard())
                .map(each -> each.id())
                .findFirst()
                .orElse(null);
    }

    /** What holds, and what is to hold in a conversation that begins. */
    private @Nullable Known now() {
        Known all = known;
        Pick pick = beginning();
        return all == null || pick == null ? all : all.beginning(pick);
    }

    private void show() {
        Known now = now();
        if (now != null) {
            composer.setModel(now.here().orElse(null));
            if (popup != null && popup.isOpen()) {
                popup.show(ModelRows.of(now, answers));
                now.accounts().forEach(each -> ask(each.account().name()));
            }
        }
    }

    /** Lets the person choose; the servers are asked for their models meanwhile. */
    public void choose() {
        Known now = now();
        if (now == null) {
            return;
        }
        ModelPopup opened = new ModelPopup(composer.modelButton(), site, this::take);
        popup = opened;
        opened.open(ModelRows.of(now, answers));
        asked.clear();
        load();
    }

    private void ask(String account) {
        if (asked.add(account) && pending.add(account)) {
            site.<List<String>>call(
                    engine -> engine.models().list(account).stream()
                            .map(ModelInfo::id)
                            .toList(),
                    names -> answered(account, new Answer.Models(names)),
                    failure -> answered(account, new Answer.Silent(failure)));
        }
    }

    private void answered(String account, Answer answer) {
        pending.remove(account);
        answers.put(account, answer);
        show();
    }

    private void take(Pick pick) {
        composer.focus();
        SessionId into = session;
        if (pick instanceof Pick.SetUp) {
            site.kit().views().show(Views.MODELS);
        } else if (into == null) {
            beginning = pick instanceof Pick.Elsewhere ? null : pick;
            show();
        } else {
            site.call(engine -> use(engine.models(), into, pick), _ -> load(), failed);
        }
    }

    private static Optional<ModelChoice> use(Models models, SessionId into, Pick pick) {
        return switch (pick) {
            case Pick.Use(String account, String model) -> models.useIn(into, account, model);
            case Pick.None() -> models.useIn(into, Models.NONE, null);
            case Pick.Elsewhere(), Pick.SetUp() -> models.useIn(into, null, null);
        };
    }
}
