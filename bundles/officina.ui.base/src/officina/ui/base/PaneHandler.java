// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/**
 * What a command of the platform, such as undo or find, means in one view. Activate it with the part's own handler
 * service; it is switched off while the view has no content.
 */
public final class PaneHandler<P extends Pane> {

    private final PaneHost host;
    private final Class<P> type;
    private final Predicate<P> may;
    private final Consumer<P> run;

    /** @param may whether the command means the pane now */
    public PaneHandler(PaneHost host, Class<P> type, Predicate<P> may, Consumer<P> run) {
        this.host = host;
        this.type = type;
        this.may = may;
        this.run = run;
    }

    @CanExecute
    public boolean canExecute() {
        return type.isInstance(host.pane()) && may.test(type.cast(host.pane()));
    }

    @Execute
    public void execute() {
        if (canExecute()) {
            run.accept(type.cast(host.pane()));
        }
    }
}
