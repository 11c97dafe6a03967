// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import officina.api.event.EventEnvelope;
import officina.core.run.Draft;
import officina.journal.file.internal.segment.Batch;
import officina.journal.file.internal.segment.JournalFailures;
import officina.protocol.EventCodec;
import org.jspecify.annotations.Nullable;

/** Drafts on their way to the disk, already encoded by the thread that waits for them. */
final class PendingAppend {

    /** So that one frame stays far below what an array can hold. */
    static final long MOST_BYTES = 64 << 20;

    private static final int LONGEST_ORIGIN = 0xffff;

    private final List<Item> items;
    private final long length;
    private final CompletableFuture<List<EventEnvelope>> done = new CompletableFuture<>();

    /**
     * One draft and its encoded parts.
     *
     * @param held the event as another journal held it; {@code null} for a new one
     */
    record Item(
            Draft draft,
            byte[] origin,
            byte[] event,
            @Nullable EventEnvelope held) {}

    private PendingAppend(List<Item> items, long length) {
        this.items = items;
        this.length = length;
    }

    static PendingAppend of(List<Draft> drafts) {
        return bounded(drafts.stream().map(draft -> item(draft, null)).toList());
    }

    /** Of events that another journal held. */
    static PendingAppend held(List<EventEnvelope> events) {
        return bounded(events.stream()
                .map(each -> item(new Draft(each.session(), each.run(), each.origin(), each.event()), each))
                .toList());
    }

    /** Nothing, but that the next goes into a new segment. */
    static PendingAppend roll() {
        return new PendingAppend(List.of(), 0);
    }

    boolean rolls() {
        return items.isEmpty();
    }

    private static PendingAppend bounded(List<Item> items) {
        long length = items.stream()
                .mapToLong(item -> Batch.length(item.origin(), item.event()))
                .sum();
        if (length > MOST_BYTES) {
            throw JournalFailures.tooLarge(length, MOST_BYTES);
        }
        return new PendingAppend(items, length);
    }

    private static Item item(Draft draft, @Nullable EventEnvelope held) {
        byte[] origin = draft.origin().toString().getBytes(StandardCharsets.UTF_8);
        if (origin.length > LONGEST_ORIGIN) {
            throw JournalFailures.tooLarge(origin.length, LONGEST_ORIGIN);
        }
        return new Item(draft, origin, EventCodec.encodeEvent(draft.event()), held);
    }

    List<Item> items() {
        return items;
    }

    long length() {
        return length;
    }

    /** Completed by the writer, when the events are on the disk or cannot be. */
    CompletableFuture<List<EventEnvelope>> done() {
        return done;
    }
}
