// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.views.IViewDescriptor;

/** Commands as the menus call them: the platform has other names for its own. */
final class CommandNames {

    /** The platform's commands that mean something here; what it brings besides is for an IDE. */
    static final Map<String, Words> OF_PLATFORM = Map.of(
            "org.eclipse.ui.file.exit", Words.QUIT,
            "org.eclipse.ui.window.resetPerspective", Words.RESET_LAYOUT,
            "org.eclipse.ui.window.maximizePart", Words.MAXIMIZE);

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";

    /** What a command is called and what it belongs to. */
    record Name(String group, String text) {}

    private CommandNames() {}

    static Name of(ParameterizedCommand command, IWorkbenchWindow window) throws NotDefinedException {
        if (command.getId().equals(SHOW_VIEW)) {
            Object view = command.getParameterMap().get(SHOW_VIEW + ".viewId");
            IViewDescriptor shown = window.getWorkbench().getViewRegistry().find(String.valueOf(view));
            if (shown != null) {
                return new Name(Words.GROUP_VIEW.text(), Words.SHOW.text(shown.getLabel()));
            }
        }
        Words own = OF_PLATFORM.get(command.getId());
        return new Name(
                command.getCommand().getCategory().getName(),
                own == null ? command.getCommand().getName() : own.text());
    }
}
