// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of the address of a page. */
class AddressesTests {

    @Test
    void ordinary_pages_keep_their_addresses() {
        for (String each : List.of(
                "https://example.org/",
                "http://localhost:8080/docs/index.html",
                "https://en.wikipedia.example/wiki/Rose_(garden)?page=2",
                "https://video.example/watch?v=dQw4w9WgXcQ",
                "https://questions.example/questions/231767/what-does-the-yield-keyword-do-in-python-3",
                "https://shop.example/Rosenschere-Professional-Gartenschere/dp/B08N5WRWNW",
                "https://search.example/search?q=how+to+prune+roses&page=3",
                "https://news.example/2026/11/22/a-very-long-headline-about-the-town-council-and-its-1st-budget",
                "https://de.example/wiki/Donaudampfschifffahrtsgesellschaft")) {
            assertEquals(Optional.of(each), Addresses.of(each));
        }
    }

    @Test
    void what_gives_access_or_only_tracks_is_left_out() {
        Map<String, String> all = Map.ofEntries(
                Map.entry("https://ada:secret@Example.ORG/a", "https://example.org/a"),
                Map.entry("https://example.org", "https://example.org/"),
                Map.entry("https://example.org/a#access_token=abc", "https://example.org/a"),
                Map.entry("https://example.org/a?id=12&access_token=abc&page=2", "https://example.org/a?id=12&page=2"),
                Map.entry("https://example.org/cb?code=12&state=4", "https://example.org/cb"),
                Map.entry("https://example.org/a?X-Amz-Signature=00&x=1", "https://example.org/a?x=1"),
                Map.entry("https://example.org/a?sessionId=1&PHPSESSID=2&sid=3", "https://example.org/a"),
                Map.entry("https://example.org/a?utm_source=mail&fbclid=1&b=2", "https://example.org/a?b=2"),
                Map.entry("https://example.org/a?x=dGhpcyBpcyBhIHNlY3JldA1", "https://example.org/a"),
                Map.entry("https://example.org/a?mail=ada%40example.org&to=ada@example.org", "https://example.org/a"),
                Map.entry("https://example.org/a?flag&b=1", "https://example.org/a?b=1"),
                Map.entry("https://example.org/reset/4f9a8b7c6d5e4f3a2b1c", "https://example.org/reset/"),
                Map.entry("https://example.org/p/4f9a8b7c6d5e4f3a2b1c/edit?b=1", "https://example.org/p/"),
                Map.entry(
                        "https://example.org/j/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0.SflKxwRJSMeKKF2QT4",
                        "https://example.org/j/"),
                Map.entry("https://example.org/u/123e4567-e89b-12d3-a456-426614174000", "https://example.org/u/"),
                Map.entry("https://example.org/h/AbCdEfGhIjKlMnOpQrStUvWxYz", "https://example.org/h/"),
                Map.entry("https://example.org/app;jsessionid=12AB/x", "https://example.org/"));
        all.forEach((written, kept) -> assertEquals(Optional.of(kept), Addresses.of(written), written));
    }

    @Test
    void what_is_no_page_of_a_server_is_no_address() {
        for (String each : List.of(
                "file:///home/ada/secret.txt",
                "javascript:alert(1)",
                "data:text/html,hello",
                "about:config",
                "chrome://settings",
                "https:///nothing",
                "https://a b/",
                "https://user@/",
                "https://example.org/a\u0000b",
                "https://example.org/" + "a/".repeat(600))) {
            assertEquals(Optional.empty(), Addresses.of(each), each);
        }
    }
}
