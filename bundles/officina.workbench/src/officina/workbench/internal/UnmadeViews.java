// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.util.HashSet;
import java.util.Set;
import officina.base.Redacted;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views of a page that nobody has looked at. One that cannot be made is tried once; the others do not wait for it. */
final class UnmadeViews {

    private static final Logger log = LoggerFactory.getLogger(UnmadeViews.class);

    private final Set<String> failed = new HashSet<>();

    /** Makes, or tries to make, one of them; whether there was one. UI thread. */
    boolean makeOne(IWorkbenchPage page) {
        for (IViewReference view : page.getViewReferences()) {
            if (view.getView(false) == null && !failed.contains(name(view))) {
                make(view, page);
                return true;
            }
        }
        return false;
    }

    private void make(IViewReference view, IWorkbenchPage page) {
        try {
            page.showView(view.getId(), view.getSecondaryId(), IWorkbenchPage.VIEW_CREATE);
        } catch (PartInitException e) {
            failed.add(name(view));
            // it says so itself when somebody looks at it
            log.warn("view {} was not made", view.getId(), Redacted.of(e));
        }
    }

    private static String name(IViewReference view) {
        return view.getId() + ":" + view.getSecondaryId();
    }
}
