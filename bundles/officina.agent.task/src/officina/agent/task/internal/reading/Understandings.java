// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Holds the one understanding that agent and tools share; made when first needed. Any thread. */
@Component(service = Understandings.class)
public final class Understandings {

    private @Nullable Understanding english;

    @Activate
    public Understandings() {}

    public synchronized Understanding english() {
        Understanding made = english;
        if (made == null) {
            made = Understanding.english();
            english = made;
        }
        return made;
    }
}
