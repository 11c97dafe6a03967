// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import officina.api.batch.Automation.LastRun;
import officina.automations.ui.model.AutomationText;
import officina.automations.ui.model.Words;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.ui.base.Icon;
import officina.ui.base.Page;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one batch agent: what it does and when, what is in its way, what its last run did. What says the same as
 * before stays, so that the keyboard stays where it is. UI thread only.
 */
final class AutomationDetails {

    /** What a person may do with it. */
    enum Deed {
        RUN,
        CANCEL,
        PAUSE,
        RESUME,
        SHOW,
        PLUGIN
    }

    private final AutomationText texts;
    private final BiConsumer<Deed, AutomationItem> doing;
    private final Section head;
    private final Page.Group wrong;
    private final Section problems;
    private final Page.Group done;
    private final Section last;
    private @Nullable Told told;

    /** What stands at the top; by that it is known whether it can stay. */
    private record Told(AutomationItem item, String state, String meaning) {}

    AutomationDetails(Composite place, PaneSite site, AutomationText texts, BiConsumer<Deed, AutomationItem> doing) {
        this.texts = texts;
        this.doing = doing;
        Page page = new Page(place, site);
        head = page.section();
        wrong = page.group();
        problems = wrong.section().titled(Words.PROBLEMS_TITLE.text());
        done = page.group();
        last = done.section().titled(Words.LAST_TITLE.text());
    }

    /** Gives the keyboard to the first thing that can be done. */
    void focus() {
        head.focus();
    }

    /** @param progress how far it is, where it is at work and told that; else empty */
    void show(AutomationItem item, String progress) {
        head.titled(item.name());
        String meaning = String.join(
                "\n",
                Stream.of(item.description(), texts.schedule(item) + ".")
                        .filter(each -> !each.isEmpty())
                        .toList());
        Told next = new Told(item, (AutomationText.state(item) + ". " + texts.nextSentence(item)).strip(), meaning);
        if (!next.equals(told)) {
            told = next;
            head.show(
                    AutomationList.icon(item),
                    AutomationList.shade(item),
                    next.state(),
                    meaning,
                    actions(item).toArray(PaneAction[]::new));
            wrong.setVisible(!item.problems().isEmpty());
            problems.show(
                    Icon.WARNING,
                    Shade.WARNING,
                    String.join("\n", item.problems()),
                    "",
                    action(Words.PLUGIN, Deed.PLUGIN, item));
        }
        showRun(item, progress);
    }

    private void showRun(AutomationItem item, String progress) {
        LastRun run = item.last();
        done.setVisible(run != null);
        if (run != null) {
            String more = item.state() == State.AT_WORK ? texts.atWork(run, progress) + "\n" : "";
            last.show(icon(run), shade(run), AutomationText.ending(run.ending()), more + texts.facts(item, run));
        }
    }

    private List<PaneAction> actions(AutomationItem item) {
        List<PaneAction> actions = new ArrayList<>();
        actions.add(
                item.state() == State.AT_WORK
                        ? action(Words.CANCEL, Deed.CANCEL, item)
                        : action(Words.RUN, Deed.RUN, item));
        if (item.state() == State.PAUSED) {
            actions.add(action(Words.RESUME, Deed.RESUME, item));
        } else if (!item.schedule().isEmpty()) {
            actions.add(action(Words.PAUSE, Deed.PAUSE, item));
        }
        if (item.last() != null) {
            actions.add(action(Words.SHOW, Deed.SHOW, item));
        }
        return actions;
    }

    private PaneAction action(Words label, Deed deed, AutomationItem item) {
        return new PaneAction(label.text(), () -> doing.accept(deed, item));
    }

    private static Icon icon(LastRun run) {
        return switch (run.ending()) {
            case WORKING -> Icon.PLAY;
            case DONE -> Icon.CHECK_CIRCLE;
            case FAILED -> Icon.ERROR;
            case SKIPPED -> Icon.WARNING;
            case STOPPED -> Icon.CANCELLED;
        };
    }

    private static Shade shade(LastRun run) {
        return switch (run.ending()) {
            case WORKING -> Shade.ACCENT;
            case DONE -> Shade.SUCCESS;
            case FAILED -> Shade.DANGER;
            case SKIPPED -> Shade.WARNING;
            case STOPPED -> Shade.MUTED;
        };
    }
}
