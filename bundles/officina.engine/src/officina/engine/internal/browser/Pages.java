// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPage;
import officina.core.plugin.PlainLine;
import org.jspecify.annotations.Nullable;

/** The pages of a profile, each once: one address with one title. Bookmarks come before what was visited. One thread. */
final class Pages {

    /** By what pages are told apart once their addresses say less. */
    private record Key(String address, String title) {}

    /** What the person calls a page, by its whole address. */
    private final Map<String, String> kept = new HashMap<>();

    private final Map<Key, BrowserPage> pages = new LinkedHashMap<>();

    /** A bookmark; its name is that of the page from here on. */
    void keep(String address, @Nullable String title) {
        if (title != null && !title.isBlank()) {
            kept.putIfAbsent(address, title);
        }
        add(address, title, true, 0, null);
    }

    /** A page that was visited. */
    void visit(String address, @Nullable String title, long visits, @Nullable Instant last) {
        add(address, title, false, visits, last);
    }

    private void add(String written, @Nullable String title, boolean bookmarked, long visits, @Nullable Instant last) {
        Addresses.of(written).ifPresent(address -> {
            String called = Objects.requireNonNullElse(kept.getOrDefault(written, title), "");
            String line = PlainLine.joined(called, BrowserPage.LONGEST_TITLE);
            BrowserPage page =
                    new BrowserPage(address, line, bookmarked, (int) Math.clamp(visits, 0, Integer.MAX_VALUE), last);
            pages.merge(new Key(address, line), page, Pages::both);
        });
    }

    private static BrowserPage both(BrowserPage one, BrowserPage other) {
        return new BrowserPage(
                one.address(),
                one.title(),
                one.bookmarked() || other.bookmarked(),
                (int) Math.min(Integer.MAX_VALUE, (long) one.visits() + other.visits()),
                later(one.visited(), other.visited()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** All bookmarks, then what was visited last. */
    List<BrowserPage> best() {
        return pages.values().stream()
                .sorted(Comparator.comparing(BrowserPage::bookmarked)
                        .reversed()
                        .thenComparing(BrowserPage::visited, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(BrowserDataAccess.MOST_PAGES)
                .toList();
    }
}
