// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.engine.Engine;
import officina.engine.ExaminedBundle;
import officina.engine.InstallConsent;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Right;
import officina.engine.ProjectItem;
import officina.plugins.ui.model.OfferText;
import officina.plugins.ui.model.Refused;
import officina.plugins.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Page;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Asks before a bundle is installed: who it is from, what it may do together, and each permission for itself. Nothing is
 * kept before the person says so. UI thread only.
 */
final class InstallDialog extends Dialog {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 560;

    private final PaneSite site;
    private final Path file;
    private final String examined;
    private final List<PluginItem> offered;
    private final List<ProjectItem> projects;
    private final Map<PluginId, List<Refused>> refusals;
    private final Choices choices;
    private final Consumer<List<PluginItem>> done;
    private final List<AskedRow> rows = new ArrayList<>();
    private final Set<InstallConsent> consents = EnumSet.noneOf(InstallConsent.class);
    private @Nullable OriginForm origin;
    private @Nullable Combo duration;
    private @Nullable Label trouble;
    private boolean working;

    /**
     * What is here already.
     *
     * @param projects where something may be allowed
     * @param refusals what plug-ins of these names were refused before
     */
    record Known(List<ProjectItem> projects, Map<PluginId, List<Refused>> refusals) {}

    /**
     * @param bundle what is in the file
     * @param done hears what was installed
     */
    InstallDialog(
            PaneSite site,
            Path file,
            ExaminedBundle bundle,
            Known known,
            Choices choices,
            Consumer<List<PluginItem>> done) {
        super(site.parent().getShell());
        this.site = site;
        this.file = file;
        this.examined = bundle.digest();
        this.offered = bundle.plugins();
        projects = List.copyOf(known.projects());
        refusals = Map.copyOf(known.refusals());
        this.choices = choices;
        this.done = done;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Words.INSTALL_TITLE.text());
        site.kit().theme().paint(shell, Shade.SURFACE, Shade.TEXT);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        site.kit().theme().paint(area, Shade.SURFACE, Shade.TEXT);
        Composite place = new Composite(area, SWT.NONE);
        site.kit().theme().paint(place, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(site.kit().theme().sized(WIDTH), site.kit().theme().sized(HEIGHT))
                .applyTo(place);
        Page page = new Page(place, site);
        PluginItem first = offered.getFirst();
        page.section()
                .titled(OfferText.names(offered))
                .show(Icon.TOOL, Shade.MUTED, OfferText.facts(offered), Words.FACTS_FOREIGN.text());
        OriginForm made =
                new OriginForm(page.section(), site, Objects.requireNonNull(first.installation()), this::look);
        origin = made;
        List<String> risks = offered.stream()
                .flatMap(each -> each.risks().stream())
                .distinct()
                .toList();
        if (!risks.isEmpty()) {
            page.section()
                    .titled(Words.RISKS_TITLE.text())
                    .show(Icon.SHIELD, Shade.WARNING, String.join("\n", risks), Words.RISKS_MEANING.text());
        }
        asks(page.section());
        trouble = new Label(area, SWT.WRAP);
        trouble.setFont(site.kit().theme().font(Type.BODY));
        site.kit().theme().paint(trouble, Shade.SURFACE, Shade.DANGER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .exclude(true)
                .applyTo(trouble);
        return area;
    }

    private void asks(Section section) {
        section.titled(Words.ASKS_TITLE.text());
        boolean any = offered.stream().anyMatch(each -> !each.rights().isEmpty());
        section.show(
                any ? Icon.SHIELD : Icon.CHECK_CIRCLE,
                any ? Shade.MUTED : Shade.SUCCESS,
                (any ? Words.ASKS_TEXT : Words.NO_PERMISSIONS).text(),
                "");
        if (!any) {
            return;
        }
        Composite form = section.open();
        for (PluginItem each : offered) {
            each.rights().stream()
                    .filter(right -> !right.reason().isEmpty())
                    .forEach(right -> rows.add(new AskedRow(
                            form, section, site, each.id(), right, refused(each.id(), right), this::folder)));
        }
        section.label(form, Type.BODY, Shade.TEXT, Words.DURATION_TEXT.text());
        Combo combo = new Combo(form, SWT.READ_ONLY | SWT.DROP_DOWN);
        site.kit().theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        Names.set(combo, Words.DURATION_TEXT.text());
        combo.add(Words.DURATION_ALWAYS.text());
        projects.forEach(
                each -> combo.add(Words.DURATION_PROJECT.text(each.project().name())));
        combo.select(0);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        duration = combo;
        section.opened(form);
    }

    /** What was refused of that permission; empty where nothing was. */
    private String refused(PluginId plugin, Right right) {
        return refusals.getOrDefault(plugin, List.of()).stream()
                .filter(each -> each.permission().equals(right.permission()))
                .map(each -> each.text(site.kit().dates()))
                .findFirst()
                .orElse("");
    }

    /** Returns at once. The first thing that has to be said has the keyboard: Enter alone installs nothing. */
    @Override
    public int open() {
        int code = super.open();
        OriginForm from = origin;
        boolean given = from != null && from.focus();
        if (!given && !rows.isEmpty()) {
            rows.getFirst().focus();
        }
        return code;
    }

    private Optional<Path> folder() {
        return choices.folder(getShell());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        for (Control at = parent; at != null && at != getShell(); at = at.getParent()) {
            site.kit().theme().paint(at, Shade.SURFACE, Shade.TEXT);
        }
        createButton(parent, IDialogConstants.OK_ID, Words.INSTALL_DO.text(), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Words.CANCEL.text(), false);
        look();
    }

    /** Whether it can be installed now. */
    private void look() {
        Button ok = getButton(IDialogConstants.OK_ID);
        OriginForm from = origin;
        if (ok != null && from != null) {
            ok.setEnabled(!working && from.isSettled());
        }
    }

    @Override
    protected void okPressed() {
        site.guard(this::install);
    }

    private void install() {
        OriginForm from = Objects.requireNonNull(origin);
        Set<InstallConsent> all = EnumSet.noneOf(InstallConsent.class);
        all.addAll(from.consents());
        all.addAll(consents);
        String name = from.trusted();
        String key = from.key();
        List<AskedRow.Wanted> wanted =
                rows.stream().map(AskedRow::wanted).flatMap(Optional::stream).toList();
        int chosen = duration == null ? 0 : duration.getSelectionIndex();
        RecordId project = chosen <= 0 ? null : projects.get(chosen - 1).id();
        GrantScope scope = project == null ? GrantScope.ALWAYS : GrantScope.PROJECT;
        work(true);
        site.call(
                engine -> {
                    List<PluginItem> installed = name == null
                            ? engine.plugins().install(file, examined, all)
                            : installTrusting(engine, key, name, all);
                    wanted.forEach(each -> engine.plugins().grant(each.plugin(), each.permission(), scope, project));
                    return again(engine, installed);
                },
                installed -> {
                    close();
                    done.accept(installed);
                },
                this::object);
    }

    /** Whoever cannot be installed from is not trusted either. */
    private List<PluginItem> installTrusting(Engine engine, String key, String name, Set<InstallConsent> all) {
        engine.plugins().trust(key, name);
        try {
            return engine.plugins().install(file, examined, all);
        } catch (FailureException e) {
            engine.plugins().forget(key);
            throw e;
        }
    }

    private static List<PluginItem> again(Engine engine, List<PluginItem> installed) {
        return installed.stream().map(each -> engine.plugins().find(each.id())).toList();
    }

    private void work(boolean now) {
        working = now;
        Button ok = getButton(IDialogConstants.OK_ID);
        ok.setText((now ? Words.INSTALL_WORKING : consents.isEmpty() ? Words.INSTALL_DO : Words.INSTALL_OLDER).text());
        ok.requestLayout();
        look();
    }

    /** Says why it was not done; who wants the older version all the same presses once more. */
    private void object(Failure failure) {
        Label line = trouble;
        if (line == null || line.isDisposed()) {
            return;
        }
        boolean older = failure.code().equals("plugin.older");
        if (older) {
            consents.add(InstallConsent.OLDER);
        }
        line.setText((older ? failure.message() : failure.told()).replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(line);
        work(false);
        line.requestLayout();
    }
}
