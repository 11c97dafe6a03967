// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.keys.IBindingService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the keys that are bound, and those that views handle themselves. */
final class ActiveKeys {

    /** A line of the page. */
    record Line(String group, String name, String keys) {}

    private static final Logger log = LoggerFactory.getLogger(ActiveKeys.class);

    private static final List<Words> OWN = List.of(
            Words.KEY_SEND,
            Words.KEY_LINE,
            Words.KEY_HISTORY,
            Words.KEY_STOP,
            Words.KEY_TAB,
            Words.KEY_SELECT,
            Words.KEY_SCROLL,
            Words.KEY_RENAME,
            Words.KEY_DELETE,
            Words.KEY_TODO_RENAME,
            Words.KEY_TODO_COMPLETE,
            Words.KEY_TODO_DELETE,
            Words.KEY_FILTER,
            Words.KEY_PLAN_APPROVE,
            Words.KEY_PLAN_STEP,
            Words.KEY_PLAN_OPEN,
            Words.KEY_PLAN_EDIT,
            Words.KEY_PREFERENCES);

    private final IWorkbenchWindow window;
    private final IBindingService bindings;

    ActiveKeys(IWorkbenchWindow window) {
        this.window = window;
        bindings = window.getService(IBindingService.class);
    }

    List<Line> collect() {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Binding binding : bindings.getBindings()) {
            boolean ours = bindings.getActiveScheme() != null
                    && bindings.getActiveScheme().getId().equals(binding.getSchemeId());
            if (ours && binding.getParameterizedCommand() != null) {
                add(binding, lines);
            }
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Line::group).thenComparing(Line::name));
        for (Words own : OWN) {
            String[] parts = own.text().split("\\|");
            sorted.add(new Line(parts[2], parts[1], parts[0]));
        }
        return sorted;
    }

    private void add(Binding binding, Map<String, Line> lines) {
        try {
            CommandNames.Name called = CommandNames.of(binding.getParameterizedCommand(), window);
            String name = called.text();
            String group = called.group();
            String keys = binding.getTriggerSequence().format();
            lines.merge(
                    group + name,
                    new Line(group, name, keys),
                    (one, other) -> new Line(group, name, one.keys() + "   " + other.keys()));
        } catch (NotDefinedException e) {
            log.debug("a key is bound to a command that is not there");
        }
    }
}
