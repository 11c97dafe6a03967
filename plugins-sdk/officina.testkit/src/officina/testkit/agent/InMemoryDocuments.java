// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.FolderChange;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.document.Passage;
import officina.api.document.Place;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.host.DocumentAccess;

/** Texts that are documents, each line of one a passage. Everything is granted. For one thread. */
public final class InMemoryDocuments implements DocumentAccess {

    private final Path folder;
    private final SortedMap<Path, String> texts = new TreeMap<>();

    /** @param folder the one that was granted */
    public InMemoryDocuments(Path folder) {
        this.folder = folder;
    }

    /** Writes a document, of this path in the folder. */
    public InMemoryDocuments write(String path, String text) {
        texts.put(folder.resolve(path), text);
        return this;
    }

    /** Deletes a document. */
    public InMemoryDocuments delete(String path) {
        texts.remove(folder.resolve(path));
        return this;
    }

    @Override
    public List<Path> folders() {
        return List.of(folder);
    }

    @Override
    public DocumentReading read(Path file) {
        String text = texts.get(file);
        if (text == null) {
            return new DocumentReading.Unread(new DocumentTrouble(
                    DocumentProblem.UNSUPPORTED,
                    file.toString(),
                    Failure.of("document.missing", ErrorKind.USER, "There is no such file.", null)));
        }
        List<Passage> passages = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Place place = new Place.Lines(i + 1, i + 1);
                passages.add(new Passage(
                        lines.get(i), place, List.of(), digest(lines.get(i)).substring(0, 32)));
            }
        }
        return new DocumentReading.Read(DocumentKind.TEXT, stamp(text), passages, List.of());
    }

    @Override
    public FolderReport compare(FolderState known, FolderProgress progress) {
        Map<String, String> there = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (file.startsWith(known.folder())) {
                there.put(known.folder().relativize(file).toString().replace('\\', '/'), text);
            }
        });
        List<FolderChange> changes = new ArrayList<>();
        known.files().keySet().stream()
                .filter(path -> !there.containsKey(path))
                .sorted()
                .forEach(path -> changes.add(new FolderChange.Removed(path)));
        there.forEach((path, text) -> {
            FileStamp before = known.files().get(path);
            if (before == null) {
                changes.add(new FolderChange.Added(path, stamp(text)));
            } else if (!before.equals(stamp(text))) {
                changes.add(new FolderChange.Changed(path, stamp(text)));
            }
        });
        progress.at(there.size(), there.size());
        return new FolderReport(changes, List.of(), there.size());
    }

    private static FileStamp stamp(String text) {
        return new FileStamp(text.getBytes(StandardCharsets.UTF_8).length, Instant.EPOCH, digest(text));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
