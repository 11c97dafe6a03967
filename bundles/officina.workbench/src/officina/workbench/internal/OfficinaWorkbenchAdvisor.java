// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.util.function.Supplier;
import officina.base.Closeables;
import officina.base.Redacted;
import officina.ui.base.Views;
import officina.workbench.internal.engine.AskingView;
import officina.workbench.internal.notify.Notifications;
import officina.workbench.internal.theme.CheckBoxes;
import officina.workbench.internal.theme.ThemeSwitch;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the workbench does from its start to its end. */
public final class OfficinaWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final Logger log = LoggerFactory.getLogger(OfficinaWorkbenchAdvisor.class);

    private final Kit kit;
    private final Closeables owned = new Closeables();

    public OfficinaWorkbenchAdvisor(Kit kit) {
        this.kit = kit;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        MessageDialog.setDefaultImages(
                WindowIcons.images(configurer.getWorkbench().getDisplay()));
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return HomePerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new OfficinaWindowAdvisor(configurer);
    }

    @Override
    public void postStartup() {
        kit.shared().views().show(Views.CONVERSATION);
        adorn(() -> new AskingView(kit.shared().engine(), kit.shared().views()));
        CheckBoxes.outline();
        adorn(() -> kit.palette().attach());
        adorn(() -> new ThemeSwitch(kit.shared(), kit.folder()));
        adorn(() -> new Notifications(getWorkbenchConfigurer().getWorkbench().getDisplay(), kit.shared()));
    }

    /** What makes the window nicer must not keep it from working. */
    private void adorn(Supplier<AutoCloseable> part) {
        try {
            owned.own(part.get());
        } catch (RuntimeException | LinkageError e) {
            log.error("a part of the window did not start", Redacted.of(e));
        }
    }

    @Override
    public boolean preShutdown() {
        owned.close();
        return true;
    }

    /** An error that no view caught. The window goes on. */
    @Override
    public void eventLoopException(Throwable exception) {
        log.error("an error reached the event loop", Redacted.of(exception));
    }
}
