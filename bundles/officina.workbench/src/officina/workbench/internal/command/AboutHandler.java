// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;

/** Says what this is and in which version, as one needs it to report a defect. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        String version =
                FrameworkUtil.getBundle(AboutHandler.class).getVersion().toString();
        new MessageDialog(
                        HandlerUtil.getActiveShellChecked(event),
                        Words.ABOUT.text(),
                        null,
                        Words.ABOUT_TEXT.text(version, Runtime.version(), System.getProperty("os.name")),
                        MessageDialog.NONE,
                        0,
                        IDialogConstants.CLOSE_LABEL)
                .open();
        return null;
    }
}
