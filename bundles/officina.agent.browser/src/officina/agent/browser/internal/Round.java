// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.browser.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.error.FailureException;
import officina.api.host.BrowserPage;
import officina.api.host.BrowserProfile;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;

/** One run. What it does is durable batch by batch; the next goes on from there. One thread. */
public final class Round {

    private static final IndexCollection BROWSER = IndexCollection.BROWSER;

    /** A call of a plug-in host ends after ten minutes, and one batch may take its time. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private static final int TOGETHER = 200;
    private static final int MOST_REMOVED = 1_000;
    private static final String BOOKMARK = "bookmark";
    private static final String VISITED = "history";

    private final BatchContext context;
    private final LongSupplier nanos;
    private final IndexAccess index;
    private final Map<String, BrowserPage> there = new LinkedHashMap<>();
    private int unread;

    /** @param nanos a clock that only goes forward */
    public Round(BatchContext context, LongSupplier nanos) {
        this.context = context;
        this.nanos = nanos;
        index = context.index();
    }

    /** Brings the collection into step with the profiles. */
    public BatchResult run() throws InterruptedException {
        long start = nanos.getAsLong();
        List<BrowserProfile> profiles = context.browsers().profiles();
        for (BrowserProfile each : profiles) {
            read(each);
        }
        Map<String, String> known = known();
        List<IndexDocument> fresh = there.entrySet().stream()
                .map(each -> document(each.getKey(), each.getValue()))
                .filter(each -> !each.fingerprint().equals(known.get(each.id())))
                .toList();
        int written = 0;
        while (written < fresh.size() && nanos.getAsLong() - start <= LONGEST.toNanos()) {
            List<IndexDocument> part = fresh.subList(written, Math.min(fresh.size(), written + TOGETHER));
            index.put(part);
            written += part.size();
            context.progress(written + " of " + fresh.size() + " pages");
        }
        int removed = unread > 0 ? 0 : remove(known);
        return result(profiles.size(), fresh.subList(0, written), known, removed, fresh.size() - written);
    }

    /** One that cannot be read now is told of, and the others are read. */
    private void read(BrowserProfile profile) throws InterruptedException {
        Map<String, BrowserPage> pages = new LinkedHashMap<>();
        try {
            context.browsers()
                    .read(profile, part -> part.pages().forEach(each -> pages.merge(id(each), each, Round::both)));
        } catch (FailureException e) {
            unread++;
            context.progress(e.failure().message());
            return;
        }
        pages.forEach((id, page) -> there.merge(id, page, Round::both));
    }

    /** The same page in two browsers is one. */
    private static BrowserPage both(BrowserPage one, BrowserPage other) {
        return one.bookmarked() ? one : other;
    }

    private Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        String last = "";
        Map<String, String> part;
        do {
            part = index.fingerprints(BROWSER, last, IndexAccess.MOST_FINGERPRINTS);
            for (String each : part.keySet()) {
                last = each.compareTo(last) > 0 ? each : last;
            }
            known.putAll(part);
        } while (part.size() == IndexAccess.MOST_FINGERPRINTS);
        return known;
    }

    /** What no browser knows any more, because the person deleted it there or does not allow that browser any more. */
    private int remove(Map<String, String> known) {
        List<String> gone = new ArrayList<>(known.keySet());
        gone.removeAll(there.keySet());
        for (int i = 0; i < gone.size(); i += MOST_REMOVED) {
            index.remove(BROWSER, gone.subList(i, Math.min(gone.size(), i + MOST_REMOVED)));
        }
        return gone.size();
    }

    /** An address has no space in it. Pages of which the addresses say the same are told apart by their titles. */
    private static String id(BrowserPage page) {
        return page.address() + " " + page.title();
    }

    private static IndexDocument document(String id, BrowserPage page) {
        String kind = page.bookmarked() ? BOOKMARK : VISITED;
        String title = page.title().isBlank() ? page.address() : page.title();
        return new IndexDocument(
                BROWSER,
                id,
                "1 " + kind,
                title,
                Map.of("kind", kind, "address", page.address()),
                List.of(new IndexPassage("", title + "\n" + page.address())));
    }

    private BatchResult result(
            int profiles, List<IndexDocument> written, Map<String, String> known, int removed, int waiting) {
        long added =
                written.stream().filter(each -> !known.containsKey(each.id())).count();
        List<String> parts = new ArrayList<>();
        if (profiles == 0) {
            parts.add("No browser that was allowed is found here.");
        } else {
            parts.add(
                    added == 0
                            ? "Nothing new in " + pages(there.size()) + "."
                            : added + " new; " + pages(there.size()) + " in all.");
        }
        if (removed > 0) {
            parts.add(pages(removed) + (removed == 1 ? " is" : " are") + " forgotten.");
        }
        if (unread > 0) {
            parts.add(
                    unread == 1
                            ? "1 profile cannot be read now; nothing is forgotten."
                            : unread + " profiles cannot be read now; nothing is forgotten.");
        }
        if (waiting > 0) {
            parts.add(pages(waiting) + (waiting == 1 ? " waits" : " wait") + " for the next run.");
        }
        return new BatchResult(
                String.join(" ", parts),
                List.of(
                        new Count("profiles", profiles),
                        new Count("pages", there.size()),
                        new Count("new", added),
                        new Count("removed", removed),
                        new Count("not read", unread),
                        new Count("waiting", waiting)));
    }

    private static String pages(int number) {
        return number == 1 ? "1 page" : number + " pages";
    }
}
