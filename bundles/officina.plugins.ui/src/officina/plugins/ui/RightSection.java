// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.ArrayList;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Held;
import officina.engine.PluginItem.Right;
import officina.engine.ProjectItem;
import officina.plugins.ui.model.GrantText;
import officina.plugins.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** One permission: whether it is allowed, why it is asked for, and what can be done about it. UI thread only. */
final class RightSection {

    private final Section section;
    private final PaneSite site;
    private final Decisions decisions;

    RightSection(Section section, PaneSite site, Decisions decisions) {
        this.section = section;
        this.site = site;
        this.decisions = decisions;
    }

    void focus() {
        section.focus();
    }

    boolean holdsFocus() {
        return section.holdsFocus();
    }

    void show(PluginItem item, Right right, GrantText texts) {
        boolean held = !right.grants().isEmpty();
        section.show(
                held ? Icon.CHECK_CIRCLE : Icon.CIRCLE,
                held ? Shade.SUCCESS : Shade.MUTED,
                texts.state(right),
                texts.meaning(right),
                actions(item, right).toArray(PaneAction[]::new));
    }

    private List<PaneAction> actions(PluginItem item, Right right) {
        List<PaneAction> actions = new ArrayList<>();
        boolean asked = !right.reason().isEmpty();
        if (asked && isForAnyFolder(right.permission())) {
            actions.add(new PaneAction(
                    (right.grants().isEmpty() ? Words.CHOOSE_FOLDER : Words.CHOOSE_FOLDER_MORE).text(),
                    () -> chooseFolder(item, right)));
        } else if (asked && !isAllowedAlways(right)) {
            actions.add(new PaneAction(
                    (right.grants().isEmpty() ? Words.ALLOW : Words.ALLOW_ALWAYS).text(),
                    () -> allow(item, right, right.permission(), GrantScope.ALWAYS, null)));
            if (right.grants().isEmpty()) {
                actions.add(new PaneAction(
                        Words.ALLOW_ONCE.text(), () -> allow(item, right, right.permission(), GrantScope.ONCE, null)));
                actions.add(new PaneAction(Words.ALLOW_PROJECT.text(), () -> askForProject(item, right)));
            }
        }
        List<Permission> granted =
                right.grants().stream().map(Held::permission).distinct().toList();
        for (Permission each : granted) {
            actions.add(new PaneAction(GrantText.takeBack(each, granted), () -> takeBack(item, right, each, asked)));
        }
        return actions;
    }

    /** Whether the person has to name a folder, because any was asked for. */
    static boolean isForAnyFolder(Permission permission) {
        boolean folder = permission.type() == PermissionType.FS_READ || permission.type() == PermissionType.FS_WRITE;
        return folder && permission.resource().equals(Permission.ANY);
    }

    /** Whether all that is asked for was allowed for good. */
    static boolean isAllowedAlways(Right right) {
        return right.grants().stream()
                .anyMatch(each ->
                        each.scope() == GrantScope.ALWAYS && each.permission().equals(right.permission()));
    }

    private void allow(
            PluginItem item, Right right, Permission permission, GrantScope scope, @Nullable RecordId project) {
        decisions.allow(item.id(), permission, scope, project, again(right), section::object);
    }

    private void chooseFolder(PluginItem item, Right right) {
        decisions
                .folder()
                .map(folder -> new Permission(
                        right.permission().type(), folder.toAbsolutePath().toString()))
                .ifPresent(permission -> allow(item, right, permission, GrantScope.ALWAYS, null));
    }

    /** What can be granted once more: not what was for a run, which only the run could ask for. */
    private static List<Held> again(Right right) {
        return right.grants().stream()
                .filter(each -> each.scope() != GrantScope.RUN)
                .toList();
    }

    /** What is not asked for any more cannot be granted again. */
    private void takeBack(PluginItem item, Right right, Permission permission, boolean asked) {
        List<Held> same = again(right).stream()
                .filter(each -> each.permission().equals(permission))
                .toList();
        decisions.takeBack(item.id(), permission, asked ? same : List.of(), section::object);
    }

    private void askForProject(PluginItem item, Right right) {
        site.call(engine -> engine.projects().list(), projects -> open(item, right, projects), section::object);
    }

    private void open(PluginItem item, Right right, List<ProjectItem> projects) {
        if (section.isDisposed() || projects.isEmpty()) {
            return;
        }
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.PROJECT_TEXT.text());
        Combo combo = new Combo(opened, SWT.READ_ONLY | SWT.DROP_DOWN);
        site.kit().theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        Names.set(combo, Words.PROJECT_FIELD.text());
        projects.forEach(each -> combo.add(each.project().name()));
        combo.select(0);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        section.buttons(
                opened,
                Words.PROJECT_DO.text(),
                () -> {
                    ProjectItem chosen = projects.get(combo.getSelectionIndex());
                    section.close();
                    allow(item, right, right.permission(), GrantScope.PROJECT, chosen.id());
                },
                new PaneAction(Words.CANCEL.text(), section::close));
        section.opened(combo);
    }
}
