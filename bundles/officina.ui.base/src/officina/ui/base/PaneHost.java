// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Function;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a view: shows whether the engine is starting, locked or failed, makes the content when it is ready, and is
 * the view's error boundary. A view is a small class around it:
 *
 * <pre>{@code
 * @Inject
 * public TodosView(UiKit kit) {
 *     host = new PaneHost(kit, Words.TODOS.text(), TodosPane::new);
 * }
 *
 * @PostConstruct
 * void create(Composite parent) {
 *     host.create(parent);
 * }
 *
 * @Focus
 * void focus() {
 *     host.focus();
 * }
 * }</pre>
 */
public final class PaneHost {

    private final UiKit kit;
    private final String name;
    private final PaneFactory factory;
    private final @Nullable Function<Composite, Control> locked;
    private @Nullable EngineSwitch shown;

    /** @param name the view's title, for messages */
    public PaneHost(UiKit kit, String name, PaneFactory factory) {
        this(kit, name, factory, null);
    }

    /** @param locked makes what is shown while the passphrase is missing, as a child of what it is given */
    public PaneHost(UiKit kit, String name, PaneFactory factory, @Nullable Function<Composite, Control> locked) {
        this.kit = kit;
        this.name = name;
        this.factory = factory;
        this.locked = locked;
    }

    /** Fills the view. */
    public void create(Composite parent) {
        parent.setLayout(new FillLayout());
        shown = new EngineSwitch(parent, kit, name, factory, locked);
    }

    public void focus() {
        if (shown != null) {
            shown.focus();
        }
    }

    /** The content, where there is one now. */
    public @Nullable Pane pane() {
        return shown == null ? null : shown.pane();
    }
}
