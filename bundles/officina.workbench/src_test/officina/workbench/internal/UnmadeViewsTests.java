// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnmadeViewsTests {

    private final List<String> tried = new ArrayList<>();
    private final List<String> made = new ArrayList<>(List.of("there"));

    @Test
    void a_view_that_cannot_be_made_keeps_no_other_from_being_made() {
        UnmadeViews views = new UnmadeViews();
        IWorkbenchPage page = page("there", "broken", "first", "second");

        assertTrue(views.makeOne(page));
        assertTrue(views.makeOne(page));
        assertTrue(views.makeOne(page));
        assertFalse(views.makeOne(page));
        assertEquals(List.of("broken", "first", "second"), tried);
        assertEquals(List.of("there", "first", "second"), made);
    }

    private IWorkbenchPage page(String... ids) {
        IViewReference[] views = new IViewReference[ids.length];
        for (int i = 0; i < ids.length; i++) {
            views[i] = view(ids[i]);
        }
        return answering(
                IWorkbenchPage.class,
                Map.of("getViewReferences", _ -> views, "showView", asked -> show((String) asked[0])));
    }

    private IViewPart show(String id) throws PartInitException {
        tried.add(id);
        if (id.equals("broken")) {
            throw new PartInitException("no such class");
        }
        made.add(id);
        return part();
    }

    private IViewReference view(String id) {
        return answering(
                IViewReference.class,
                Map.of(
                        "getId",
                        _ -> id,
                        "getView",
                        _ -> made.contains(id) ? part() : null,
                        "getSecondaryId",
                        _ -> null));
    }

    private static IViewPart part() {
        return answering(IViewPart.class, Map.of());
    }

    /** What one method answers. */
    private interface Answer {
        @Nullable
        Object to(Object[] asked) throws Exception;
    }

    /** Answers those methods alone: the interfaces of the workbench have dozens. */
    private static <T> T answering(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, asked) -> {
            Answer answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer.to(asked);
        }));
    }
}
