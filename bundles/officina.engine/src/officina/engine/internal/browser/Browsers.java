// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPage;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.json.JsonObject;
import officina.core.plugin.PlainLine;
import officina.engine.internal.browser.BrowserPlaces.Found;
import officina.protocol.Json;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.jspecify.annotations.Nullable;

/** Reads profiles of browsers from copies, without asking anybody for leave. Any thread; blocks on the disk. */
public final class Browsers implements BrowserDataAccess {

    private static final int TOGETHER = 500;
    private static final String BOOKMARKS = "Bookmarks";
    private static final int DEEPEST = 100;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Chromium counts from here, in millionths of a second; Firefox from 1970. */
    private static final Instant CHROMIUM_BEGINS = Instant.parse("1601-01-01T00:00:00Z");

    private final BrowserPlaces places;
    private final ForeignDatabases databases;
    private final Path folder;

    /** @param folder where copies lie while they are read, which nobody else may read */
    public Browsers(BrowserPlaces places, ForeignDatabases databases, Path folder) {
        this.places = places;
        this.databases = databases;
        this.folder = folder;
    }

    @Override
    public List<BrowserProfile> profiles() {
        return places.all().stream().map(Found::profile).toList();
    }

    @Override
    public void read(BrowserProfile profile, Consumer<BrowserPages> pages) throws InterruptedException {
        Found found = places.all().stream()
                .filter(each -> each.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> missing(profile));
        List<BrowserPage> all = read(found).best();
        for (int i = 0; i < all.size(); i += TOGETHER) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            pages.accept(new BrowserPages(all.subList(i, Math.min(all.size(), i + TOGETHER))));
        }
    }

    private Pages read(Found found) throws InterruptedException {
        Pages pages = new Pages();
        try {
            switch (found.family()) {
                case CHROMIUM -> chromium(found, pages);
                case FIREFOX -> firefox(found, pages);
            }
            return pages;
        } catch (FailureException e) {
            if (Thread.interrupted()) {
                // which closes what is being read
                throw new InterruptedException("cancelled");
            }
            throw failure(found, e);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(found.profile(), e);
        }
    }

    private void chromium(Found found, Pages pages) throws IOException {
        Path bookmarks = found.folder().resolve(BOOKMARKS);
        if (Files.isRegularFile(bookmarks, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(bookmarks)) {
                JsonObject roots =
                        Json.parseObject(in.readNBytes(Json.MAX_BYTES + 1)).object("roots");
                roots.members().values().forEach(each -> keep(each, pages, 0));
            }
        }
        try (ForeignDatabase database = open(found, Set.of("urls"))) {
            database.rows("urls", row -> {
                if (row.number("hidden", 0) == 0) {
                    visit(row, "visit_count", time(CHROMIUM_BEGINS, row.number("last_visit_time", 0)), pages);
                }
            });
        }
    }

    private static void keep(Object node, Pages pages, int depth) {
        if (!(node instanceof JsonObject entry) || depth > DEEPEST) {
            return;
        }
        String address = entry.text("url");
        if (address != null) {
            pages.keep(address, entry.text("name"));
        }
        if (entry.has("children")) {
            entry.items("children").forEach(each -> keep(each, pages, depth + 1));
        }
    }

    private void firefox(Found found, Pages pages) {
        try (ForeignDatabase database = open(found, Set.of("moz_places", "moz_bookmarks"))) {
            Map<Long, String> names = new HashMap<>();
            database.rows("moz_bookmarks", row -> {
                long page = row.number("fk", 0);
                if (page != 0) {
                    names.merge(page, text(row, "title"), (one, other) -> one.isBlank() ? other : one);
                }
            });
            database.rows("moz_places", row -> {
                String name = names.get(row.number("id", 0));
                String address = row.text("url");
                if (name != null && address != null) {
                    pages.keep(address, name.isBlank() ? row.text("title") : name);
                }
            });
            database.rows("moz_places", row -> {
                if (row.number("hidden", 0) == 0) {
                    visit(row, "visit_count", time(Instant.EPOCH, row.number("last_visit_date", 0)), pages);
                }
            });
        }
    }

    private static String text(JsonObject row, String name) {
        String text = row.text(name);
        return text == null ? "" : text;
    }

    private static void visit(JsonObject row, String count, @Nullable Instant last, Pages pages) {
        String address = row.text("url");
        long visits = row.number(count, 0);
        if (address != null && visits > 0) {
            pages.visit(address, row.text("title"), visits, last);
        }
    }

    private static @Nullable Instant time(Instant begin, long micros) {
        return micros <= 0 ? null : begin.plusSeconds(micros / 1_000_000).plusNanos(micros % 1_000_000 * 1_000);
    }

    private ForeignDatabase open(Found found, Set<String> tables) {
        ForeignDatabase database = databases.openCopy(found.family().database(found.folder()), folder, tables);
        if (!database.tables().containsAll(tables)) {
            database.close();
            throw damaged(found.profile(), null);
        }
        return database;
    }

    private static FailureException failure(Found found, FailureException e) {
        Path file = found.family().database(found.folder());
        return switch (e.failure().code()) {
            case "import.in-use" -> inUse(found.profile());
            case "import.unreadable" -> Files.exists(file) ? damaged(found.profile(), e) : missing(found.profile());
            default -> e.failure().code().startsWith("browser.") ? e : damaged(found.profile(), e);
        };
    }

    private static String name(BrowserProfile profile) {
        return "The profile \"" + PlainLine.of(profile.name(), 100) + "\" of " + PlainLine.of(profile.browser(), 100);
    }

    private static FailureException missing(BrowserProfile profile) {
        return new FailureException(Failure.of(
                "browser.missing",
                ErrorKind.RESOURCE,
                name(profile) + " is not there.",
                "Look whether the browser still has it."));
    }

    private static FailureException inUse(BrowserProfile profile) {
        return new FailureException(new Failure(
                "browser.in-use",
                ErrorKind.RESOURCE,
                name(profile) + " is being changed by the browser.",
                "It is read the next time.",
                true,
                SOON));
    }

    private static FailureException damaged(BrowserProfile profile, @Nullable Exception cause) {
        return new FailureException(
                Failure.of(
                        "browser.damaged",
                        ErrorKind.RESOURCE,
                        name(profile) + " cannot be read: it is damaged, of an unknown form, or not to be read by you.",
                        "Open the browser once and close it; if that does not help, repair the profile with it."),
                cause);
    }
}
