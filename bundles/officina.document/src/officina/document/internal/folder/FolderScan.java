// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.document.internal.Effort;
import officina.document.internal.Kinds;
import officina.document.internal.Limits;
import officina.document.internal.Source;
import officina.document.internal.Troubles;

/**
 * Looks through a folder. Follows no link, so it never leaves the folder and never goes in a circle; what it cannot look
 * into is reported, and what was known of it stays known.
 */
public final class FolderScan {

    /** A folder still to be looked into. */
    private record Folder(Path path, List<String> names, IgnoreRules rules) {}

    private final Kinds kinds;
    private final Limits limits;
    private final LongSupplier nanos;
    private final PassedOver passedOver = new PassedOver();

    public FolderScan(Kinds kinds, Limits limits, LongSupplier nanos) {
        this.kinds = kinds;
        this.limits = limits;
        this.nanos = nanos;
    }

    public FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException {
        Look look = new Look(known, progress);
        look.all();
        return look.report();
    }

    /** One look through the folder. */
    private final class Look {

        private final FolderState known;
        private final FolderProgress progress;
        private final IgnoreRules own;
        private final Deque<Folder> waiting = new ArrayDeque<>();
        private final TreeMap<String, FileStamp> fresh = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();
        private final List<DocumentTrouble> troubles = new ArrayList<>();
        private final List<String> unseen = new ArrayList<>();
        private int hashed;
        private boolean full;

        Look(FolderState known, FolderProgress progress) {
            this.known = known;
            this.progress = progress;
            own = IgnoreRules.of(known.ignored());
        }

        void all() throws InterruptedException {
            try {
                waiting.add(new Folder(known.folder().toRealPath(), List.of(), IgnoreRules.NONE));
            } catch (IOException e) {
                unseen("", e);
            }
            while (!waiting.isEmpty()) {
                requireUninterrupted();
                Folder folder = waiting.removeLast();
                try {
                    look(folder);
                } catch (IOException e) {
                    unseen(String.join("/", folder.names()), e);
                } catch (DirectoryIteratorException e) {
                    unseen(
                            String.join("/", folder.names()),
                            e.getCause() instanceof IOException cause ? cause : new IOException(e));
                }
                progress.at(seen.size(), hashed);
                Thread.yield();
            }
        }

        FolderReport report() {
            return new FolderReport(Changes.between(known, seen, fresh, unseen), List.copyOf(troubles), seen.size());
        }

        private void look(Folder folder) throws IOException, InterruptedException {
            TreeMap<String, Path> entries = new TreeMap<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
                for (Path entry : stream) {
                    requireUninterrupted();
                    entries.put(String.valueOf(entry.getFileName()), entry);
                }
            }
            IgnoreRules rules = entries.containsKey(".gitignore")
                    ? IgnoreRules.in(folder.path(), folder.names().size(), folder.rules())
                    : folder.rules();
            for (var entry : entries.entrySet()) {
                requireUninterrupted();
                String name = entry.getKey();
                List<String> names = new ArrayList<>(folder.names());
                names.add(name);
                if (!name.startsWith(".")) {
                    look(entry.getValue(), names, rules, entries.keySet());
                }
            }
        }

        private void look(Path path, List<String> names, IgnoreRules rules, Set<String> neighbours)
                throws InterruptedException {
            String name = names.getLast();
            String relative = String.join("/", names);
            try {
                BasicFileAttributes facts =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (facts.isDirectory()) {
                    if (!passedOver.folder(name, neighbours)
                            && !own.ignores(names, true)
                            && !rules.ignores(names, true)) {
                        waiting.add(new Folder(path, List.copyOf(names), rules));
                    }
                } else if (!passedOver.file(name) && !own.ignores(names, false) && !rules.ignores(names, false)) {
                    file(path, relative, name, facts);
                }
            } catch (IOException e) {
                requireUninterrupted();
                unseen(relative, e);
            }
        }

        private void file(Path path, String relative, String name, BasicFileAttributes facts)
                throws IOException, InterruptedException {
            Optional<DocumentKind> kind = kinds.of(name);
            if (facts.isSymbolicLink()) {
                link(path, relative, kind.isPresent());
                return;
            } else if (kind.isEmpty() || !facts.isRegularFile()) {
                return;
            }
            if (seen.size() >= limits.documents()) {
                if (!full) {
                    full = true;
                    unseen.add("");
                    troubles.add(Troubles.tooManyFiles("", limits.documents()));
                }
                waiting.clear();
                return;
            }
            Source source = Source.of(path, relative, facts);
            source.requireAtMost(most(kind.get()));
            FileStamp before = known.files().get(relative);
            if (before == null
                    || before.size() != source.size()
                    || !before.modified().equals(source.modified())) {
                String hash = source.hash(new Effort(limits, nanos));
                source.requireUnchanged();
                fresh.put(relative, new FileStamp(source.size(), source.modified(), hash));
                hashed++;
                progress.at(seen.size() + 1, hashed);
                Thread.yield();
            }
            seen.add(relative);
        }

        /** A link to what lies in the folder says nothing new; one that leads out is told of. */
        private void link(Path path, String relative, boolean document) throws IOException {
            Path root = known.folder().toRealPath();
            boolean inside = Files.exists(path) && path.toRealPath().startsWith(root);
            if (!inside && (document || Files.isDirectory(path) || !Files.exists(path))) {
                troubles.add(Troubles.link(relative));
            }
        }

        private void unseen(String relative, IOException e) {
            DocumentTrouble trouble = Troubles.of(relative, e);
            switch (trouble.problem()) {
                case GONE -> {
                    // between being listed and being looked at; for the folder itself that is another matter
                    if (relative.isEmpty()) {
                        unseen.add(relative);
                        troubles.add(trouble);
                    }
                }
                case TOO_LARGE, LINK -> troubles.add(trouble);
                default -> {
                    unseen.add(relative);
                    troubles.add(trouble);
                }
            }
        }

        private long most(DocumentKind kind) {
            return switch (kind) {
                case TEXT, MARKDOWN, SOURCE -> limits.textBytes();
                case PDF, WORD -> limits.fileBytes();
            };
        }
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
