// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.internal.gtk.GDK;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk3.GTK3;

/** Gives the desktop's check boxes an outline that can be seen on light and on dark grounds. */
@SuppressWarnings("restriction") // the toolkit has no other way to style them
public final class CheckBoxes {

    /** A contrast of 3 or more on the surfaces of both themes. */
    private static final String STYLE = "check, radio { border-color: #858b95; }";

    /** Above the desktop's theme, below what the person has set. */
    private static final int PRIORITY = GTK.GTK_STYLE_PROVIDER_PRIORITY_APPLICATION;

    private CheckBoxes() {}

    /** For all windows of this process, from now on; where another toolkit than GTK 3 draws, nothing. UI thread, once. */
    public static void outline() {
        // with GTK 4 these functions of GTK 3 are not there
        if (!SWT.getPlatform().equals("gtk") || GTK.GTK4) {
            return;
        }
        long provider = GTK.gtk_css_provider_new();
        byte[] style = (STYLE + "\0").getBytes(StandardCharsets.UTF_8);
        GTK3.gtk_css_provider_load_from_data(provider, style, -1, null);
        GTK3.gtk_style_context_add_provider_for_screen(GDK.gdk_screen_get_default(), provider, PRIORITY);
    }
}
