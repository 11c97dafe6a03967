// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** A page of settings: sections in one column of a width that can be read, which scrolls. UI thread only. */
public final class Page {

    private final PaneSite site;
    private final ScrolledComposite scroll;
    private final Composite column;

    /** Fills the site with an empty page. */
    public Page(PaneSite site) {
        this(site.parent(), site, Space.L);
    }

    /** Fills a part of the site, which has its own margins. */
    public Page(Composite parent, PaneSite site) {
        this(parent, site, 0);
    }

    private Page(Composite parent, PaneSite site, int margin) {
        this.site = site;
        parent.setLayout(new FillLayout());
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        site.kit().theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        Composite ground = new Composite(scroll, SWT.NONE);
        site.kit().theme().paint(ground, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().applyTo(ground);
        column = column(ground, margin);
        scroll.setContent(ground);
        scroll.addListener(SWT.Resize, _ -> fit());
    }

    /** A new section, below those there are. */
    public Section section() {
        return new Section(column, site, this::fit);
    }

    /** A new form of settings, below what there is. */
    public SettingsForm settings() {
        return new SettingsForm(column, site, this::fit);
    }

    /** A place for sections that come and go, below the sections there are. */
    public Group group() {
        Composite place = column(column, 0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(place);
        return new Group(place);
    }

    /** Sections that come and go. */
    public final class Group {

        private final Composite place;

        private Group(Composite place) {
            this.place = place;
        }

        /** A new section, below those of this place. */
        public Section section() {
            return new Section(place, site, Page.this::fit);
        }

        /** Shows or hides all of them; a place that holds none is best hidden, or its spacing shows. */
        public void setVisible(boolean visible) {
            GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(place);
            place.setVisible(visible);
            fit();
        }
    }

    private Composite column(Composite parent, int margin) {
        Composite made = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(made, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .margins(margin, margin)
                .spacing(0, Space.XL)
                .applyTo(made);
        GridDataFactory.fillDefaults().applyTo(made);
        return made;
    }

    /** Gives each line the room it needs; sections ask for it themselves. */
    private void fit() {
        int width = Math.min(scroll.getClientArea().width, Space.READING_WIDTH);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(column);
        Composite ground = (Composite) scroll.getContent();
        if (ground != null) {
            ground.layout(true, true);
            scroll.setMinSize(0, ground.computeSize(width, SWT.DEFAULT).y);
        }
    }
}
