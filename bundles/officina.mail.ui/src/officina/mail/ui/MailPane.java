// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import officina.api.id.RecordId;
import officina.engine.MailAccountItem;
import officina.mail.ui.model.Words;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import org.jspecify.annotations.Nullable;

/** The content of the page: a section for each account, and a way to add one. */
public final class MailPane implements Pane {

    private final PaneSite site;
    private final Page.Group place;
    private final Map<RecordId, AccountSection> accounts = new HashMap<>();
    private final AddSection add;
    private @Nullable List<MailAccountItem> shown;
    private boolean focusWhenLoaded;

    public MailPane(PaneSite site) {
        this.site = site;
        Page page = new Page(site);
        place = page.group();
        place.setVisible(false);
        add = new AddSection(page.section(), site, this::load);
        site.showLoading(Words.LOADING.text());
        load();
    }

    @Override
    public void focus() {
        List<MailAccountItem> now = shown;
        if (now == null) {
            focusWhenLoaded = true;
        } else if (now.isEmpty()) {
            add.focus();
        } else {
            Objects.requireNonNull(accounts.get(now.getFirst().id())).focus();
        }
    }

    private void load() {
        site.call(engine -> engine.mail().list(), this::show);
    }

    private void show(List<MailAccountItem> now) {
        shown = now;
        accounts.entrySet().removeIf(each -> {
            boolean gone = now.stream().noneMatch(account -> account.id().equals(each.getKey()));
            if (gone) {
                each.getValue().dispose();
            }
            return gone;
        });
        place.setVisible(!now.isEmpty());
        for (MailAccountItem item : now) {
            accounts.computeIfAbsent(
                            item.id(),
                            _ -> new AccountSection(
                                    place.section().titled(item.account().name()), site, this::load))
                    .show(item);
        }
        add.show(now);
        site.showContent();
        if (focusWhenLoaded) {
            focusWhenLoaded = false;
            focus();
        }
    }
}
