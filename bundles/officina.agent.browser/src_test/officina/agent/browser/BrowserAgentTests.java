// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPage;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryIndexAccess;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.Test;

class BrowserAgentTests {

    private static final IndexCollection BROWSER = IndexCollection.BROWSER;
    private static final BrowserProfile FIREFOX = new BrowserProfile("firefox", "default");
    private static final BrowserProfile CHROME = new BrowserProfile("chrome", "Default");

    private final FakeClock clock = new FakeClock();
    private final InMemoryIndexAccess index = new InMemoryIndexAccess();
    private final Map<BrowserProfile, List<BrowserPage>> profiles = new LinkedHashMap<>();
    private final List<BrowserProfile> locked = new ArrayList<>();
    private FakeAgentContext context;
    private long nanos;
    private long eachTakes;

    private final BrowserDataAccess browsers = new BrowserDataAccess() {

        @Override
        public List<BrowserProfile> profiles() {
            return List.copyOf(profiles.keySet());
        }

        @Override
        public void read(BrowserProfile profile, Consumer<BrowserPages> pages) {
            if (locked.contains(profile)) {
                throw new FailureException(
                        Failure.of("browser.in-use", ErrorKind.RESOURCE, "It is being changed.", null));
            }
            for (BrowserPage each : profiles.get(profile)) {
                pages.accept(new BrowserPages(List.of(each)));
            }
        }
    };

    private static BrowserPage visited(String address, String title) {
        return new BrowserPage(address, title, false, 1, null);
    }

    private static BrowserPage bookmark(String address, String title) {
        return new BrowserPage(address, title, true, 0, null);
    }

    private BatchResult run() throws InterruptedException {
        context = new FakeAgentContext(
                        InMemoryRecordAccess.id(1),
                        new InMemoryRecordAccess(clock),
                        (text, _) -> new Entities(text, List.of()),
                        new LanguageContext(clock.instant(), ZoneId.of("UTC"), Locale.UK))
                .searching(index)
                .browsing(browsers);
        index.changes();
        return new BrowserAgent(() -> nanos += eachTakes)
                .run(new BatchTrigger(Cause.SCHEDULE, clock.instant(), null, JsonObject.EMPTY), context);
    }

    private List<String> found(String words) {
        return index.search(new IndexQuery(words, Set.of(BROWSER), Map.of(), 10)).hits().stream()
                .map(hit ->
                        hit.attributes().get("kind") + " " + hit.attributes().get("address"))
                .toList();
    }

    @Test
    void pages_are_found_by_their_titles_and_addresses_and_nothing_is_done_twice() throws Exception {
        profiles.put(
                FIREFOX,
                List.of(bookmark("https://garden.example/", "Roses"), visited("https://bread.example/", "Bread")));
        profiles.put(CHROME, List.of(visited("https://garden.example/", "Roses"), visited("https://x.example/", "")));
        BatchResult result = run();
        assertEquals("3 new; 3 pages in all.", result.summary());
        assertEquals(
                "[Count[name=profiles, value=2], Count[name=pages, value=3], Count[name=new, value=3],"
                        + " Count[name=removed, value=0], Count[name=not read, value=0], Count[name=waiting, value=0]]",
                result.counts().toString());
        assertEquals(List.of("bookmark https://garden.example/"), found("roses"));
        assertEquals(List.of("history https://bread.example/"), found("bread.example"));
        assertEquals(List.of("history https://x.example/"), found("x.example"));

        assertEquals("Nothing new in 3 pages.", run().summary());
        assertEquals(List.of(), index.changes());
    }

    @Test
    void pages_with_one_address_and_different_titles_are_two() throws Exception {
        profiles.put(
                CHROME,
                List.of(visited("https://docs.example/d/", "Budget"), visited("https://docs.example/d/", "Plans")));
        assertEquals("2 new; 2 pages in all.", run().summary());
        assertEquals(List.of("history https://docs.example/d/"), found("budget"));
    }

    @Test
    void what_was_deleted_in_the_browser_or_is_not_allowed_any_more_is_forgotten() throws Exception {
        profiles.put(FIREFOX, List.of(visited("https://a.example/", "A"), visited("https://b.example/", "B")));
        profiles.put(CHROME, List.of(visited("https://c.example/", "C")));
        run();
        profiles.put(FIREFOX, List.of(visited("https://b.example/", "B")));
        assertEquals("Nothing new in 2 pages. 1 page is forgotten.", run().summary());
        profiles.remove(FIREFOX);
        assertEquals("Nothing new in 1 page. 1 page is forgotten.", run().summary());
        profiles.clear();
        assertEquals("No browser that was allowed is found here. 1 page is forgotten.", run().summary());
        assertEquals(List.of(), index.documents(BROWSER));
    }

    @Test
    void a_profile_that_cannot_be_read_now_is_told_of_takes_nothing_away_and_does_not_stop_the_others()
            throws Exception {
        profiles.put(FIREFOX, List.of(visited("https://a.example/", "A")));
        profiles.put(CHROME, List.of(visited("https://c.example/", "C")));
        run();
        locked.add(FIREFOX);
        profiles.put(CHROME, List.of(visited("https://d.example/", "D")));
        assertEquals("1 new; 1 page in all. 1 profile cannot be read now; nothing is forgotten.", run().summary());
        assertEquals("It is being changed.", context.progress().getFirst());
        assertEquals(3, index.documents(BROWSER).size());
        locked.clear();
        assertEquals("Nothing new in 2 pages. 1 page is forgotten.", run().summary());
    }

    @Test
    void a_page_that_becomes_a_bookmark_is_one_and_how_often_it_was_visited_changes_nothing() throws Exception {
        profiles.put(CHROME, List.of(visited("https://a.example/", "A")));
        run();
        profiles.put(CHROME, List.of(new BrowserPage("https://a.example/", "A", false, 9, clock.instant())));
        run();
        assertEquals(List.of(), index.changes());
        profiles.put(CHROME, List.of(bookmark("https://a.example/", "A")));
        assertEquals("Nothing new in 1 page.", run().summary());
        assertEquals(
                List.of("bookmark"),
                index.documents(BROWSER).stream()
                        .map(IndexDocument::attributes)
                        .map(each -> each.get("kind"))
                        .toList());
    }

    @Test
    void a_run_that_would_take_too_long_leaves_the_rest_for_the_next() throws Exception {
        List<BrowserPage> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(visited("https://example.org/" + i, "Page " + i));
        }
        profiles.put(CHROME, many);
        eachTakes = Duration.ofMinutes(4).toNanos();
        assertEquals("200 new; 500 pages in all. 300 pages wait for the next run.", run().summary());
        eachTakes = 0;
        assertEquals("300 new; 500 pages in all.", run().summary());
    }
}
