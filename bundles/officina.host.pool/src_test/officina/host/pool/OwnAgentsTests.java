// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import officina.agent.browser.BrowserAgent;
import officina.agent.files.FilesAgent;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.document.DocumentReading;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPage;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.host.DocumentAccess;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexQuery;
import officina.document.Documents;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryIndexAccess;
import officina.testkit.agent.InMemoryRecordAccess;
import officina.testkit.plugin.BundleJar;
import officina.testkit.plugin.HostParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The batch agents of the product's catalogue, in real processes: what they import is there, what they use travels. */
@Timeout(120)
class OwnAgentsTests {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant OLD = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path temp;

    private final FakeClock clock = new FakeClock();
    private final InMemoryIndexAccess index = new InMemoryIndexAccess();
    private HostPool pool;

    @BeforeEach
    void open() throws IOException {
        HostRuntime runtime = new HostRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HostParts.classPath(),
                HostParts.packages(),
                HostParts.capabilities(),
                HostParts.extenders(),
                null);
        pool = new HostPool(new OpenSandboxes(), () -> runtime, HostLimits.USUAL, clock);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private PluginHost host(Class<?> component) throws IOException {
        Path jar = new BundleJar(component, BatchAgent.class).in(temp);
        return pool.host(new HostedBundle(component.getPackageName(), jar, List::of, List.of(), _ -> {
            throw new UnsupportedOperationException("nobody connects here");
        }));
    }

    private FakeAgentContext context() {
        return new FakeAgentContext(
                        InMemoryRecordAccess.id(1),
                        new InMemoryRecordAccess(clock),
                        (text, _) -> new Entities(text, List.of()),
                        new LanguageContext(clock.instant(), ROME, Locale.UK))
                .searching(index);
    }

    private BatchTrigger trigger() {
        return new BatchTrigger(Cause.SCHEDULE, clock.instant(), null, JsonObject.EMPTY);
    }

    @Test
    void files_are_found_in_the_folders_that_were_approved() throws Exception {
        Path folder = Files.createDirectory(temp.toRealPath().resolve("notes"));
        Path file = Files.writeString(folder.resolve("garden.txt"), "The roses want water.");
        Files.setLastModifiedTime(file, FileTime.from(OLD));
        Documents reader = new Documents();
        DocumentAccess documents = new DocumentAccess() {
            @Override
            public List<Path> folders() {
                return List.of(folder);
            }

            @Override
            public DocumentReading read(Path each) throws InterruptedException {
                return reader.read(each);
            }

            @Override
            public FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException {
                return reader.compare(known, progress);
            }
        };
        BatchAgent agent = host(FilesAgent.class).batchAgent("agent.files");

        assertEquals(
                "1 new; 1 file in all.",
                agent.run(trigger(), context().reading(documents)).summary());
        assertEquals(
                List.of(file.toString()),
                index.search(new IndexQuery("roses", Set.of(IndexCollection.FILES), Map.of(), 5)).hits().stream()
                        .map(hit -> hit.document())
                        .toList());
        assertEquals(
                "Nothing new in 1 file.",
                agent.run(trigger(), context().reading(documents)).summary());
    }

    @Test
    void pages_of_browsers_that_were_allowed_are_found() throws Exception {
        BrowserProfile profile = new BrowserProfile("firefox", "default");
        BrowserDataAccess browsers = new BrowserDataAccess() {
            @Override
            public List<BrowserProfile> profiles() {
                return List.of(profile);
            }

            @Override
            public void read(BrowserProfile asked, Consumer<BrowserPages> pages) {
                assertEquals(profile, asked);
                pages.accept(new BrowserPages(
                        List.of(new BrowserPage("https://garden.example/", "Roses", true, 2, clock.instant()))));
            }
        };
        BatchAgent agent = host(BrowserAgent.class).batchAgent("agent.browser");

        assertEquals(
                "1 new; 1 page in all.",
                agent.run(trigger(), context().browsing(browsers)).summary());
        assertEquals(1, index.documents(IndexCollection.BROWSER).size());
    }
}
