// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Gives controls the names that screen readers speak. */
public final class Names {

    private Names() {}

    /** Names a control. */
    public static void set(Control control, String name) {
        set(control, () -> name);
    }

    /** Names a control whose name changes. */
    public static void set(Control control, Supplier<String> name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        });
    }

    /** Says what a control that draws itself is, one of the {@code ACC.ROLE_} constants. */
    public static void role(Control control, int role) {
        control.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.detail = role;
                }
            }
        });
    }
}
