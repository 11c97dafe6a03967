// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Has controls take files and folders that are dragged onto them. UI thread only. */
public final class FileDrop {

    private FileDrop() {}

    /**
     * From now on what is dropped on the control is handed over; it stays where it is.
     *
     * @param taken is called on the UI thread
     */
    public static void onto(Control control, Consumer<List<Path>> taken) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addListener(DND.DragEnter, FileDrop::offerCopy);
        target.addListener(DND.DragOperationChanged, FileDrop::offerCopy);
        target.addListener(DND.Drop, event -> {
            if (event.data instanceof String[] names) {
                taken.accept(Arrays.stream(names).map(Path::of).toList());
            }
        });
    }

    private static void offerCopy(Event event) {
        if (event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }
}
