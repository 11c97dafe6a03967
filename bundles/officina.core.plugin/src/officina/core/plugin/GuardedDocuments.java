// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import officina.api.document.DocumentReading;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.host.DocumentAccess;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/**
 * Documents as a plug-in gets them: every call passes the broker first, with the place that the path leads to once all
 * links are followed. That place is read and no other; where the path leads elsewhere afterwards, what was read is thrown
 * away (decision 0081).
 */
public final class GuardedDocuments implements DocumentAccess {

    private final DocumentAccess documents;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param documents reads any file
     * @param life ends with the call the handle is for
     */
    public GuardedDocuments(DocumentAccess documents, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.documents = documents;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public List<Path> folders() {
        life.check();
        List<Path> all = broker.named(scope, PermissionType.FS_READ).stream()
                .map(GuardedDocuments::path)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return all.stream()
                .filter(each -> all.stream().noneMatch(other -> !other.equals(each) && each.startsWith(other)))
                .toList();
    }

    /** Of a place that is named plainly; any other grant covers nothing. */
    private static Optional<Path> path(String folder) {
        try {
            Path path = Path.of(folder);
            return path.isAbsolute() && path.equals(path.normalize()) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public DocumentReading read(Path file) throws InterruptedException {
        Path real = require(file, "read");
        DocumentReading reading = documents.read(real);
        requireStill(real, "read");
        return reading;
    }

    @Override
    public FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException {
        Path real = require(known.folder(), "compare");
        FolderReport report = documents.compare(new FolderState(real, known.files(), known.ignored()), progress);
        requireStill(real, "compare");
        return report;
    }

    private Path require(Path asked, String action) {
        life.check();
        Path real = RealPaths.of(asked);
        if (real == null) {
            throw broker.refuse(scope, permission(asked), action, asked.toString());
        }
        broker.require(scope, permission(real), action, real.toString());
        return real;
    }

    /** A folder on the way may have become a link to elsewhere since. */
    private void requireStill(Path real, String action) {
        if (!real.equals(RealPaths.of(real))) {
            throw broker.refuse(scope, permission(real), action, real.toString());
        }
    }

    private static Permission permission(Path path) {
        return new Permission(PermissionType.FS_READ, path.toString());
    }
}
