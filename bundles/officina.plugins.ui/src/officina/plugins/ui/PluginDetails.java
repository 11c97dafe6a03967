// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.permission.Permission;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Right;
import officina.plugins.ui.model.GrantText;
import officina.plugins.ui.model.PermissionText;
import officina.plugins.ui.model.PluginText;
import officina.plugins.ui.model.Refused;
import officina.plugins.ui.model.Words;
import officina.ui.base.ActivityPlace;
import officina.ui.base.Icon;
import officina.ui.base.Page;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about one plug-in: what it is, what is wrong, what its permissions allow together, and each of them. What
 * changes of the same plug-in changes in place, so that the keyboard stays where it is. UI thread only.
 */
final class PluginDetails {

    private static final Logger log = LoggerFactory.getLogger(PluginDetails.class);

    private final Composite place;
    private final PaneSite site;
    private final Decisions decisions;
    private final Installing installing;
    private @Nullable Shown shown;

    /** What stands there, by which it is known whether it can stay. */
    private record Shown(
            PluginItem item,
            Composite control,
            Section head,
            Page.Group wrong,
            Section problems,
            List<RightSection> rights,
            Page.Group before,
            Section refused) {

        boolean fits(PluginItem next) {
            return item.id().equals(next.id())
                    && item.risks().equals(next.risks())
                    && permissions(item).equals(permissions(next));
        }

        private static List<Permission> permissions(PluginItem item) {
            return PluginText.rights(item).stream().map(Right::permission).toList();
        }
    }

    PluginDetails(Composite place, PaneSite site, Decisions decisions, Installing installing) {
        this.place = place;
        this.site = site;
        this.decisions = decisions;
        this.installing = installing;
    }

    /** Gives the keyboard to the first thing that can be done. */
    void focus() {
        Shown now = shown;
        if (now != null) {
            now.rights().stream().findFirst().ifPresent(RightSection::focus);
        }
    }

    /** Nothing is selected. */
    void clear() {
        Shown before = shown;
        shown = null;
        if (before != null) {
            before.control().dispose();
        }
    }

    /** Says whether what had the keyboard is gone. */
    boolean show(PluginItem item, GrantText texts) {
        Shown before = shown;
        boolean stays = before != null && before.fits(item);
        boolean lost = before != null && !stays && before.rights().stream().anyMatch(RightSection::holdsFocus);
        Shown now = before != null && stays ? before : fresh(item);
        shown = now;
        now.head()
                .show(
                        PluginList.icon(item),
                        PluginList.shade(item),
                        PluginText.state(item),
                        PluginText.facts(item),
                        installing.actions(item, now.head()));
        List<String> problems = PluginText.problems(item);
        now.problems().show(Icon.WARNING, Shade.WARNING, String.join("\n", problems), "");
        now.wrong().setVisible(!problems.isEmpty());
        List<Right> rights = PluginText.rights(item);
        for (int i = 0; i < rights.size(); i++) {
            now.rights().get(i).show(item, rights.get(i), texts);
        }
        lookForRefusals(item, now);
        return lost;
    }

    /** Read beside the rest, which does not wait for it. */
    private void lookForRefusals(PluginItem item, Shown now) {
        site.call(
                engine -> Refused.of(engine.activity(), item),
                refusals -> {
                    if (shown == now) {
                        show(item, now, refusals);
                    }
                },
                failure -> log.warn("refusals of a plug-in are not shown: {}", failure.code()));
    }

    private void show(PluginItem item, Shown now, List<Refused> refusals) {
        now.before().setVisible(!refusals.isEmpty());
        String text =
                refusals.stream().map(each -> each.line(site.kit().dates())).collect(Collectors.joining("\n"));
        if (!refusals.isEmpty()) {
            now.refused()
                    .show(
                            Icon.CANCELLED,
                            Shade.WARNING,
                            text,
                            "",
                            new PaneAction(
                                    Words.REFUSED_SHOW.text(),
                                    () -> site.kit().views().activity(ActivityPlace.refusedTo(item.id()))));
        }
    }

    private Shown fresh(PluginItem item) {
        clear();
        Composite control = new Composite(place, SWT.NONE);
        site.kit().theme().paint(control, Shade.SURFACE, Shade.TEXT);
        Page page = new Page(control, site);
        Section head = page.section().titled(PluginText.name(item));
        Page.Group wrong = page.group();
        Section problems = wrong.section().titled(Words.PROBLEMS_TITLE.text());
        if (!item.risks().isEmpty()) {
            page.section()
                    .titled(Words.RISKS_TITLE.text())
                    .show(Icon.SHIELD, Shade.WARNING, String.join("\n", item.risks()), Words.RISKS_MEANING.text());
        }
        List<RightSection> rights = new ArrayList<>();
        for (Right right : PluginText.rights(item)) {
            rights.add(new RightSection(page.section().titled(PermissionText.of(right.permission())), site, decisions));
        }
        if (rights.isEmpty()) {
            page.section()
                    .titled(Words.NO_PERMISSIONS_TITLE.text())
                    .show(Icon.CHECK_CIRCLE, Shade.SUCCESS, Words.NO_PERMISSIONS.text(), "");
        }
        Page.Group before = page.group();
        Section refused = before.section().titled(Words.REFUSED_TITLE.text());
        before.setVisible(false);
        place.layout();
        return new Shown(item, control, head, wrong, problems, List.copyOf(rights), before, refused);
    }
}
