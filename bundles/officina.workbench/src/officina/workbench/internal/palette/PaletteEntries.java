// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import officina.base.Redacted;
import officina.ui.base.UiKit;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.IParameter;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.views.IViewDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what can be done now: commands of Officina and its plug-ins, the platform's few useful ones, and views. */
final class PaletteEntries {

    private static final Logger log = LoggerFactory.getLogger(PaletteEntries.class);

    private final IWorkbenchWindow window;
    private final UiKit kit;
    private final IBindingService bindings;

    PaletteEntries(IWorkbenchWindow window, UiKit kit) {
        this.window = window;
        this.kit = kit;
        bindings = window.getService(IBindingService.class);
    }

    List<PaletteEntry> collect() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Command command : window.getService(ICommandService.class).getDefinedCommands()) {
            add(command, entries);
        }
        for (IViewDescriptor view : window.getWorkbench().getViewRegistry().getViews()) {
            if (view.getId().startsWith("officina.")) {
                entries.add(new PaletteEntry(
                        Words.GROUP_VIEW.text(),
                        Words.SHOW.text(view.getLabel()),
                        keysOf(view),
                        () -> kit.views().show(view.getId())));
            }
        }
        entries.sort(Comparator.comparing(PaletteEntry::label));
        return entries;
    }

    private String keysOf(IViewDescriptor view) {
        return Arrays.stream(bindings.getBindings())
                .filter(each -> each.getParameterizedCommand() != null
                        && each.getParameterizedCommand().getParameterMap().containsValue(view.getId()))
                .findFirst()
                .map(each -> each.getTriggerSequence().format())
                .orElse("");
    }

    private void add(Command command, List<PaletteEntry> entries) {
        String id = command.getId();
        boolean ours = id.startsWith("officina.") && !id.equals(PaletteHandler.COMMAND);
        if (!ours && !CommandNames.OF_PLATFORM.containsKey(id) || !command.isHandled() || !command.isEnabled()) {
            return;
        }
        try {
            IParameter[] parameters = command.getParameters();
            if (parameters != null && parameters.length > 0 && !parameters[0].isOptional()) {
                return;
            }
            String keys = bindings.getBestActiveBindingFormattedFor(id);
            CommandNames.Name name = CommandNames.of(new ParameterizedCommand(command, null), window);
            entries.add(new PaletteEntry(name.group(), name.text(), keys == null ? "" : keys, () -> execute(id)));
        } catch (NotDefinedException e) {
            log.debug("command {} went away", id);
        }
    }

    private void execute(String id) {
        try {
            window.getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            log.error("command {} failed", id, Redacted.of(e));
        }
    }
}
