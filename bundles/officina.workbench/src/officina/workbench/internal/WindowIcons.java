// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** The product's sign in the sizes that window systems want. */
final class WindowIcons {

    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcons() {}

    /** The images belong to the display and are disposed with it. */
    static Image[] images(Display display) {
        ResourceManager resources = JFaceResources.getResources(display);
        List<Image> images = new ArrayList<>();
        for (int size : SIZES) {
            images.add(resources.create(ImageDescriptor.createFromImageDataProvider(new LogoDrawing(size))));
        }
        return images.toArray(Image[]::new);
    }
}
