// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.List;
import java.util.function.LongSupplier;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.index.Index;
import org.jspecify.annotations.Nullable;

/**
 * How folders are, for those who ask again and again: gathered anew only when the index has changed, and while a folder
 * is being read, which changes it all the time, so rarely that gathering takes a small part of the time. Any thread.
 */
public final class KeptFacts {

    /** What is at work may be seen as it was before so many times what it took to gather it. */
    private static final long PART = 20;

    private final LongSupplier nanos;
    private @Nullable Index of;
    private long changes;
    private long gathered;
    private long took;
    private List<IndexedFolderItem> items = List.of();
    private List<FolderStatus> kept = List.of();

    /** @param nanos a clock as {@link System#nanoTime} */
    public KeptFacts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * How the folders are, but for what is at work, in their order.
     *
     * @param index {@code null} for none
     * @param atWork whether one of them is being read, so that the answer may be a little old
     */
    public synchronized List<FolderStatus> of(@Nullable Index index, List<IndexedFolderItem> folders, boolean atWork) {
        long now = nanos.getAsLong();
        long latest = index == null ? 0 : index.changes();
        boolean holds = index != null && index == of && folders.equals(items);
        if (!holds || latest != changes && !(atWork && now - gathered < PART * took)) {
            FolderFacts facts = FolderFacts.of(index);
            kept = folders.stream().map(each -> facts.status(each, folders)).toList();
            items = folders;
            of = index;
            changes = latest;
            gathered = nanos.getAsLong();
            took = gathered - now;
        }
        return kept;
    }
}
