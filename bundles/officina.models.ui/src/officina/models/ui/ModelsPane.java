// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import officina.api.id.RecordId;
import officina.api.provider.ProviderDescriptor;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.models.ui.model.Words;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import org.jspecify.annotations.Nullable;

/** The content of the page: which model answers, a section for each server, and a way to add one. */
public final class ModelsPane implements Pane {

    private final PaneSite site;
    private final AnswersSection answers;
    private final Page.Group place;
    private final Map<RecordId, AccountSection> accounts = new HashMap<>();
    private final AddSection add;
    private boolean openWhenLoaded;
    private @Nullable Shown shown;
    private boolean focusWhenLoaded;

    /** How things stand. */
    record Shown(List<ModelAccount> accounts, Optional<ModelChoice> choice, List<ProviderDescriptor> providers) {}

    public ModelsPane(PaneSite site) {
        this.site = site;
        Page page = new Page(site);
        answers = new AnswersSection(page.section(), site, this::load);
        place = page.group();
        place.setVisible(false);
        add = new AddSection(page.section(), site, this::load);
        site.showLoading(Words.LOADING.text());
        load();
    }

    @Override
    public void focus() {
        Shown now = shown;
        if (now == null) {
            focusWhenLoaded = true;
        } else if (now.accounts().isEmpty()) {
            add.focus();
        } else {
            // the page stays at its beginning, which says which model answers
            Objects.requireNonNull(accounts.get(now.accounts().getFirst().id())).focus();
        }
    }

    /** Opens the form for a new server. */
    void addServer() {
        openWhenLoaded = !add.open();
    }

    private void load() {
        site.call(
                engine -> new Shown(
                        engine.models().accounts(),
                        engine.models().choice(null),
                        engine.models().providers()),
                this::show);
    }

    private void show(Shown now) {
        shown = now;
        answers.show(now);
        accounts.entrySet().removeIf(each -> {
            boolean gone =
                    now.accounts().stream().noneMatch(account -> account.id().equals(each.getKey()));
            if (gone) {
                each.getValue().dispose();
            }
            return gone;
        });
        place.setVisible(!now.accounts().isEmpty());
        for (ModelAccount account : now.accounts()) {
            accounts.computeIfAbsent(
                            account.id(),
                            _ -> new AccountSection(
                                    place.section().titled(account.account().name()), site, this::load))
                    .show(account);
        }
        add.show(now);
        site.showContent();
        if (focusWhenLoaded) {
            focusWhenLoaded = false;
            focus();
        }
        if (openWhenLoaded) {
            addServer();
        }
    }
}
