// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.nio.file.Path;
import java.util.List;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.workbench.internal.engine.EngineServices;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

/** Erases the data after the window and its engine are closed, and says how that went. UI thread only. */
public final class EndOfData {

    private EndOfData() {}

    public static void erase(Path data) {
        // those of the window are disposed with it
        MessageDialog.setDefaultImages(new Image[0]);
        try {
            List<String> left = new EngineServices(
                            FrameworkUtil.getBundle(EndOfData.class).getBundleContext())
                    .factory()
                    .erase(data);
            say(
                    MessageDialog.INFORMATION,
                    left.isEmpty()
                            ? Words.ERASED.text(data.toString())
                            : Words.ERASED_BUT.text(data.toString(), String.join(", ", left)));
        } catch (FailureException e) {
            Failure failure = e.failure();
            String remedy = failure.remedy();
            say(MessageDialog.ERROR, remedy == null ? failure.message() : failure.message() + "\n\n" + remedy);
        }
    }

    private static void say(int kind, String text) {
        new MessageDialog(null, Words.PRODUCT.text(), null, text, kind, 0, Words.CLOSE.text()).open();
    }
}
