// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** What a pane shows instead of its content: an icon, a title, a sentence and what to do, in the middle. */
final class StateForm {

    private static final int TEXT_WIDTH = 340;

    private StateForm() {}

    public static Composite loading(Composite parent, UiKit kit, String sentence) {
        return form(parent, kit, Icon.LOADING, Shade.FAINT, null, sentence, null, List.of());
    }

    /** A sentence and nothing else: what matters stands in another view. */
    public static Composite quiet(Composite parent, UiKit kit, String sentence) {
        return form(parent, kit, null, Shade.FAINT, null, sentence, null, List.of());
    }

    public static Composite empty(
            Composite parent, UiKit kit, Icon icon, String title, String sentence, List<PaneAction> actions) {
        return form(parent, kit, icon, Shade.FAINT, title, sentence, null, actions);
    }

    public static Composite failing(
            Composite parent, UiKit kit, String title, String what, @Nullable String remedy, List<PaneAction> actions) {
        return form(parent, kit, Icon.WARNING, Shade.DANGER, title, what, remedy, actions);
    }

    private static Composite form(
            Composite parent,
            UiKit kit,
            @Nullable Icon icon,
            Shade iconShade,
            @Nullable String title,
            String sentence,
            @Nullable String more,
            List<PaneAction> actions) {
        Composite outer = surface(parent, kit);
        GridLayoutFactory.fillDefaults().margins(Space.L, Space.L).applyTo(outer);
        Composite inner = surface(outer, kit);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(inner);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(inner);
        if (icon != null) {
            Label picture = new Label(inner, SWT.NONE);
            kit.theme().paint(picture, Shade.SURFACE, Shade.TEXT);
            kit.icons().show(picture, icon, iconShade, kit.theme().sized(Space.ICON_LARGE));
            GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(picture);
            outer.addListener(SWT.Resize, _ -> fit(outer, inner, picture));
        }
        if (title != null) {
            line(inner, kit, title, Type.HEADING, Shade.TEXT);
        }
        line(inner, kit, sentence, Type.BODY, Shade.MUTED);
        if (more != null) {
            line(inner, kit, more, Type.BODY, Shade.TEXT);
        }
        for (PaneAction action : actions) {
            FlatButton button = new FlatButton(inner, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(action.label())
                    .onPress(action.run());
            GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(button);
        }
        return outer;
    }

    /** Where there is little height, words and actions come before the picture. */
    private static void fit(Composite outer, Composite inner, Label picture) {
        GridData place = (GridData) picture.getLayoutData();
        int room = outer.getClientArea().height - 2 * Space.L;
        boolean was = place.exclude;
        place.exclude = false;
        boolean tight = inner.computeSize(SWT.DEFAULT, SWT.DEFAULT).y > room;
        place.exclude = tight;
        if (tight != was) {
            picture.setVisible(!tight);
            outer.layout(true, true);
        }
    }

    private static Composite surface(Composite parent, UiKit kit) {
        Composite surface = new Composite(parent, SWT.NONE);
        kit.theme().paint(surface, Shade.SURFACE, Shade.TEXT);
        return surface;
    }

    private static void line(Composite parent, UiKit kit, String text, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP | SWT.CENTER);
        // a label reads & as the mark of a mnemonic
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        int natural = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, false)
                .hint(Math.min(natural, kit.theme().sized(TEXT_WIDTH)), SWT.DEFAULT)
                .applyTo(label);
    }
}
