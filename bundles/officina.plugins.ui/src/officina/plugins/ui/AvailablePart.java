// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import officina.api.error.Failure;
import officina.engine.CatalogItem;
import officina.engine.Engine;
import officina.engine.OfferItem;
import officina.engine.Offered;
import officina.plugins.ui.model.AvailableText;
import officina.plugins.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.Page;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** What the catalogues offer that is not installed, or is newer than what is. UI thread only. */
final class AvailablePart {

    private final Composite place;
    private final PaneSite site;
    private final Installing installing;
    private @Nullable Found found;
    private String filter = "";
    private int asked;
    private boolean focused;

    /** What is offered, and who signed the catalogues. */
    private record Found(Offered offered, List<CatalogItem> catalogs) {}

    AvailablePart(Composite place, PaneSite site, Installing installing) {
        this.place = place;
        this.site = site;
        this.installing = installing;
    }

    /** Asks the catalogues, which may be far away. Only what was asked last counts. */
    void load() {
        int now = ++asked;
        found = null;
        fresh().section().show(Icon.LOADING, Shade.MUTED, Words.AVAILABLE_LOADING.text(), "");
        place.layout(true, true);
        site.call(
                AvailablePart::look,
                next -> {
                    if (now == asked) {
                        found = next;
                        show(next);
                    }
                },
                failure -> {
                    if (now == asked) {
                        showFailing(failure);
                    }
                });
    }

    private static Found look(Engine engine) {
        return new Found(engine.plugins().offers(), engine.plugins().catalogs());
    }

    /** What it shows stays, with the keyboard, where nothing else is searched for. */
    void narrow(String searched) {
        boolean same = filter.equals(searched);
        filter = searched;
        Found now = found;
        if (now != null && !same) {
            show(now);
        }
    }

    private void show(Found now) {
        Page page = fresh();
        List<String> problems = now.offered().problems();
        if (!problems.isEmpty()) {
            page.section()
                    .titled(Words.AVAILABLE_PROBLEMS.text())
                    .show(
                            Icon.WARNING,
                            Shade.WARNING,
                            String.join("\n", problems),
                            "",
                            new PaneAction(Words.AVAILABLE_AGAIN.text(), this::load));
        }
        List<OfferItem> open =
                now.offered().offers().stream().filter(AvailableText::isOpen).toList();
        List<OfferItem> wanted = open.stream()
                .filter(each -> AvailableText.matches(each, filter))
                .toList();
        wanted.forEach(each -> show(page.section(), each, now.catalogs()));
        if (open.isEmpty()) {
            page.section()
                    .titled(Words.AVAILABLE_EMPTY_TITLE.text())
                    .show(Icon.TOOL, Shade.MUTED, Words.AVAILABLE_EMPTY_TEXT.text(), "");
        } else if (wanted.isEmpty()) {
            page.section().show(Icon.TOOL, Shade.MUTED, Words.AVAILABLE_FILTER_NONE.text(), "");
        }
        shown();
    }

    private void show(Section section, OfferItem offer, List<CatalogItem> catalogs) {
        Optional<String> signer = AvailableText.signer(offer, catalogs);
        String name = AvailableText.name(offer);
        Words verb = offer.installed().isEmpty() ? Words.AVAILABLE_INSTALL : Words.AVAILABLE_UPDATE;
        // what has to be fetched first cannot be shown before it is kept, as the dialog promises
        PaneAction[] actions = offer.file().isEmpty()
                ? new PaneAction[0]
                : new PaneAction[] {new PaneAction(verb.text(name), () -> installing.begin(Path.of(offer.file())))};
        section.titled(name)
                .show(
                        signer.isPresent() ? Icon.CHECK_CIRCLE : Icon.WARNING,
                        signer.isPresent() ? Shade.SUCCESS : Shade.WARNING,
                        AvailableText.facts(offer),
                        AvailableText.meaning(offer, signer),
                        actions);
    }

    private void showFailing(Failure failure) {
        fresh().section()
                .titled(Words.AVAILABLE_PROBLEMS.text())
                .show(
                        Icon.WARNING,
                        Shade.DANGER,
                        failure.told(),
                        "",
                        new PaneAction(Words.AVAILABLE_AGAIN.text(), this::load));
        shown();
    }

    private Page fresh() {
        for (Control at = place.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
            focused |= at == place;
        }
        for (Control old : place.getChildren()) {
            old.dispose();
        }
        return new Page(place, site);
    }

    /** Whoever had the keyboard on what is gone has it on what came in its place. */
    private void shown() {
        place.layout(true, true);
        if (focused) {
            focused = false;
            place.setFocus();
        }
    }
}
