// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.time.Duration;
import java.util.List;
import officina.api.error.Failure;
import officina.engine.PluginProcess;
import officina.plugins.ui.model.ProcessText;
import officina.plugins.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PaneStack;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** The content of the view: processes whose numbers follow once a second while they are in sight, and the way to end one. */
final class ProcessesPane implements Pane {

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int DETAILS = 190;

    private final PaneSite site;
    private final ProcessText texts;
    private final PaneStack stack;
    private final ProcessList list;
    private final Section section;
    private final NoticeLine notices;
    private boolean following;
    private boolean none;
    private boolean some;
    private boolean focusWhenShown;
    private @Nullable Told told;

    /** What stands below the list; by that it is known whether it can stay. */
    private record Told(long process, String name, String level, String facts, boolean canBeEnded) {}

    ProcessesPane(PaneSite site) {
        this.site = site;
        texts = new ProcessText(site.kit().dates());
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.L)
                .spacing(0, Space.S)
                .applyTo(site.parent());
        stack = new PaneStack(site.parent(), site.kit());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack.control());
        Composite body = stack.content();
        GridLayoutFactory.fillDefaults().spacing(0, Space.L).applyTo(body);
        list = new ProcessList(body, site, texts);
        GridDataFactory.fillDefaults().grab(true, true).hint(60, 60).applyTo(list.control());
        Composite place = new Composite(body, SWT.NONE);
        site.kit().theme().paint(place, Shade.SURFACE, Shade.TEXT);
        place.setLayout(new FillLayout());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, site.kit().theme().sized(DETAILS))
                .applyTo(place);
        section = new Page(place, site).section();
        notices = new NoticeLine(site.parent(), site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        list.control().addListener(SWT.Selection, site.guarded(_ -> chosen()));
        list.control().addListener(SWT.DefaultSelection, site.guarded(_ -> section.focus()));
        list.control().addListener(SWT.KeyDown, site.guarded(this::key));
        // painted again after it was hidden: the numbers are old
        site.parent().addListener(SWT.Paint, site.guarded(_ -> follow()));
        stack.showLoading(Words.PROCESSES_LOADING.text());
        follow();
    }

    @Override
    public void focus() {
        if (list.selected() == null) {
            focusWhenShown = true;
            stack.setFocus();
        } else {
            list.control().setFocus();
        }
    }

    /** Begins to follow the engine, until nobody can see it. */
    private void follow() {
        if (!following) {
            following = true;
            look();
        }
    }

    private void look() {
        if (site.parent().isDisposed() || !site.parent().isVisible()) {
            following = false;
            return;
        }
        site.call(
                engine -> engine.plugins().processes(),
                processes -> {
                    show(processes);
                    site.kit().ui().later(PACE, () -> site.guard(this::look));
                },
                failure -> {
                    following = false;
                    none = false;
                    some = false;
                    stack.showFailing(failure, this::again);
                });
    }

    private void again() {
        stack.showLoading(Words.PROCESSES_LOADING.text());
        follow();
    }

    private void show(List<PluginProcess> processes) {
        list.show(processes);
        if (processes.isEmpty()) {
            showNone();
            return;
        }
        none = false;
        if (!some) {
            some = true;
            // also where the stack was about to say that it is loading
            stack.showContent();
        }
        chosen();
        if (focusWhenShown) {
            focusWhenShown = false;
            list.control().setFocus();
        }
    }

    /** Once, or the button that has the keyboard would be another one each second. */
    private void showNone() {
        if (none) {
            return;
        }
        none = true;
        some = false;
        told = null;
        boolean focused = list.control().isFocusControl() || section.holdsFocus() || focusWhenShown;
        focusWhenShown = false;
        section.close();
        stack.showEmpty(
                Icon.TOOL,
                Words.PROCESSES_EMPTY_TITLE.text(),
                Words.PROCESSES_EMPTY_TEXT.text(),
                new PaneAction(
                        Words.PROCESSES_EMPTY_ACTION.text(),
                        () -> site.kit().views().show(Views.PLUGINS)));
        if (focused) {
            stack.setFocus();
        }
    }

    private void chosen() {
        PluginProcess process = list.selected();
        if (process == null) {
            return;
        }
        Told next = new Told(
                process.process(),
                ProcessText.name(process),
                ProcessText.level(process),
                texts.facts(process),
                !process.plugins().isEmpty());
        if (next.equals(told)) {
            return;
        }
        // a question about another process is none about this one
        section.close();
        told = next;
        section.titled(next.name());
        boolean verified = ProcessText.isVerified(process);
        section.show(
                verified ? Icon.SHIELD : Icon.WARNING,
                verified ? Shade.SUCCESS : Shade.WARNING,
                next.level() + ". " + ProcessText.levelMeaning(process),
                next.facts(),
                next.canBeEnded() ? new PaneAction[] {new PaneAction(Words.END.text(), this::end)} : new PaneAction[0]);
    }

    private void key(Event key) {
        if (key.keyCode == SWT.DEL) {
            end();
        }
    }

    /** Ends it at once where nothing is lost by that. */
    private void end() {
        PluginProcess process = list.selected();
        if (process == null || process.plugins().isEmpty()) {
            return;
        }
        if (process.calls() == 0) {
            end(process);
            return;
        }
        Composite form = section.open();
        section.label(form, Type.BODY, Shade.TEXT, Words.END_TEXT.text(process.calls()));
        section.opened(section.buttons(
                form,
                Words.END_DO.text(),
                () -> {
                    section.close();
                    end(process);
                },
                new PaneAction(Words.CANCEL.text(), section::close)));
    }

    private void end(PluginProcess process) {
        site.call(
                engine -> {
                    engine.plugins().endProcess(process.plugins().getFirst());
                    return engine.plugins().processes();
                },
                processes -> {
                    notices.tell(Words.ENDED.text(ProcessText.name(process)));
                    list.control().setFocus();
                    show(processes);
                },
                this::object);
    }

    private void object(Failure failure) {
        notices.object(failure.told());
    }
}
