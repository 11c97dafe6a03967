// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.id.RecordId;
import officina.engine.FolderStatus;
import officina.knowledge.ui.model.FolderText;
import officina.ui.base.Page;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A section for each folder. */
final class FoldersPage {

    private final PaneSite site;
    private final Runnable changed;
    private final Composite control;
    private final Page page;
    private final Map<RecordId, FolderSection> sections = new HashMap<>();
    private final Set<RecordId> toRead = new HashSet<>();

    FoldersPage(Composite parent, PaneSite site, Runnable changed) {
        this.site = site;
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(control, Shade.SURFACE, Shade.TEXT);
        page = new Page(control, site);
    }

    Composite control() {
        return control;
    }

    /** Has a folder read as soon as it is shown. */
    void readWhenShown(RecordId folder) {
        toRead.add(folder);
    }

    /** Says whether what had the keyboard is gone. */
    boolean show(List<FolderStatus> status) {
        boolean lost = false;
        Set<RecordId> there = status.stream().map(each -> each.item().id()).collect(Collectors.toSet());
        for (RecordId gone :
                sections.keySet().stream().filter(id -> !there.contains(id)).toList()) {
            lost |= Objects.requireNonNull(sections.remove(gone)).dispose();
        }
        for (FolderStatus each : status) {
            RecordId id = each.item().id();
            FolderSection section = sections.computeIfAbsent(
                    id,
                    _ -> new FolderSection(
                            page.section()
                                    .titled(FolderText.name(each.item().folder().path())),
                            site,
                            changed));
            section.show(each);
            if (toRead.remove(id)) {
                section.read();
            }
        }
        return lost;
    }
}
