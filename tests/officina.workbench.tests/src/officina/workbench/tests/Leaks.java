// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Display;

/** Hears of SWT resources that became garbage before they were disposed. */
final class Leaks {

    private static final List<Error> FOUND = new CopyOnWriteArrayList<>();

    private Leaks() {}

    static void watch() {
        Resource.setNonDisposeHandler(FOUND::add);
    }

    /** Makes one leak; when that is heard of, so would be any other. */
    static List<Error> ofOfficina(Display display) {
        Ui.get(() -> leak(display));
        Ui.await("the leak that was made is heard of", () -> {
            System.gc();
            return FOUND.stream().anyMatch(Leaks::made);
        });
        return FOUND.stream()
                .filter(error -> !made(error) && from(error, "officina."))
                .toList();
    }

    private static boolean leak(Display display) {
        return new Image(display, 1, 1).isDisposed();
    }

    private static boolean made(Error error) {
        return from(error, Leaks.class.getName());
    }

    private static boolean from(Error error, String names) {
        return Arrays.stream(error.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(names));
    }
}
