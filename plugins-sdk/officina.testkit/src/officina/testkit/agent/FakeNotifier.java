// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.util.ArrayList;
import java.util.List;
import officina.api.host.Notifier;

/** Keeps what would have been shown. For one thread. */
public final class FakeNotifier implements Notifier {

    private final List<String> shown = new ArrayList<>();

    @Override
    public void notify(String title, String text) {
        shown.add(title + ": " + text);
    }

    /** What was shown, "title: text", oldest first. */
    public List<String> shown() {
        return List.copyOf(shown);
    }
}
