// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.engine.Engine;
import officina.engine.ExaminedBundle;
import officina.engine.PluginItem;
import officina.plugins.ui.model.OfferText;
import officina.plugins.ui.model.PluginText;
import officina.plugins.ui.model.Refused;
import officina.plugins.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.NoticeLine;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;

/** Installs plug-ins, and does with those that were installed what can be done with a whole one. UI thread only. */
final class Installing {

    private final PaneSite site;
    private final NoticeLine notices;
    private final Choices choices;
    private final Consumer<PluginId> installed;
    private final Runnable changed;

    /** What is done with a plug-in of the engine. */
    private interface Work {
        void on(Engine engine);
    }

    /** What was found in a file, and where it may be allowed something. */
    private record Offer(ExaminedBundle bundle, InstallDialog.Known known) {}

    /**
     * @param installed hears which was installed
     * @param changed called after everything else that was done
     */
    Installing(PaneSite site, NoticeLine notices, Choices choices, Consumer<PluginId> installed, Runnable changed) {
        this.site = site;
        this.notices = notices;
        this.choices = choices;
        this.installed = installed;
        this.changed = changed;
    }

    /** Asks for a file, looks at it, and asks what it may. */
    void begin() {
        choices.bundle(site.parent().getShell()).ifPresent(this::begin);
    }

    /** Looks at that file, and asks what it may. */
    void begin(Path file) {
        Path whole = file.toAbsolutePath();
        site.call(
                engine -> offer(engine, whole),
                offer -> new InstallDialog(site, whole, offer.bundle(), offer.known(), choices, this::done).open(),
                this::object);
    }

    private static Offer offer(Engine engine, Path file) {
        ExaminedBundle bundle = engine.plugins().examine(file);
        Map<PluginId, List<Refused>> refusals = new HashMap<>();
        bundle.plugins().forEach(each -> refusals.put(each.id(), Refused.of(engine.activity(), each)));
        return new Offer(bundle, new InstallDialog.Known(engine.projects().list(), refusals));
    }

    private void done(List<PluginItem> items) {
        notices.tell(Words.INSTALLED.text(OfferText.names(items)));
        installed.accept(items.getFirst().id());
    }

    /** What can be done with an installed one; nothing with what came with Officina or is gone. */
    PaneAction[] actions(PluginItem item, Section section) {
        PluginItem.Installation installation = item.installation();
        if (installation == null) {
            return new PaneAction[0];
        }
        String name = PluginText.name(item);
        List<PaneAction> actions = new ArrayList<>();
        boolean on = installation.enabled();
        actions.add(new PaneAction(
                (on ? Words.SWITCH_OFF : Words.SWITCH_ON).text(),
                () -> work(
                        engine -> engine.plugins().enable(item.id(), !on),
                        (on ? Words.SWITCHED_OFF : Words.SWITCHED_ON).text(name))));
        if (!installation.previous().isEmpty()) {
            actions.add(new PaneAction(
                    Words.GO_BACK.text(installation.previous()),
                    () -> work(
                            engine -> engine.plugins().rollback(item.id()),
                            Words.WENT_BACK.text(name, installation.previous()))));
        }
        actions.add(new PaneAction(Words.REMOVE.text(), () -> askToRemove(item, section)));
        return actions.toArray(PaneAction[]::new);
    }

    private void askToRemove(PluginItem item, Section section) {
        Composite form = section.open();
        section.label(form, Type.BODY, Shade.TEXT, Words.REMOVE_TEXT.text());
        FlatButton primary = section.buttons(
                form,
                Words.REMOVE_DO.text(),
                () -> {
                    section.close();
                    work(engine -> engine.plugins().remove(item.id()), Words.REMOVED.text(PluginText.name(item)));
                },
                new PaneAction(Words.CANCEL.text(), section::close));
        section.opened(primary);
    }

    private void work(Work work, String told) {
        site.call(
                engine -> {
                    work.on(engine);
                    return true;
                },
                _ -> {
                    notices.tell(told);
                    changed.run();
                },
                this::object);
    }

    private void object(Failure failure) {
        notices.object(failure.told());
        changed.run();
    }
}
