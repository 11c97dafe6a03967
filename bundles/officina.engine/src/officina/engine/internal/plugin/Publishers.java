// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.core.plugin.PlainLine;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.TrustedKey;
import officina.engine.PublisherItem;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/** Whose plug-ins can be installed: the product's own, and those whom the person trusts. Any thread. */
public final class Publishers {

    private static final String OWN = "The Officina authors";
    private static final String THIS_COPY = "This copy of Officina";

    private final List<PublisherKey> own;
    private final OwnCatalog catalog;
    private final Followed<TrustedKey> trusted;
    private final Edits edits;
    private final RecordId project;
    private final InstantSource clock;

    /**
     * @param own the keys that are built in
     * @param catalog whose keys count as such
     */
    public Publishers(
            List<PublisherKey> own,
            OwnCatalog catalog,
            Store store,
            RecordWriter writer,
            Edits edits,
            RecordId project,
            InstantSource clock) {
        this.own = List.copyOf(own);
        this.catalog = catalog;
        this.edits = edits;
        this.project = project;
        this.clock = clock;
        trusted = new Followed<>(store, writer, TrustedKey.KIND, TrustedKey::from);
    }

    /** Those built in first, then by name. */
    public List<PublisherItem> list() {
        List<PublisherItem> all = new ArrayList<>();
        own.forEach(each -> all.add(new PublisherItem(each.text(), OWN, null)));
        catalog.keys().stream()
                .filter(each -> !own.contains(each))
                .forEach(each -> all.add(new PublisherItem(each.text(), THIS_COPY, null)));
        trusted.all().stream()
                .sorted(Comparator.comparing(TrustedKey::name))
                .forEach(each -> all.add(new PublisherItem(each.key().text(), each.name(), each.trustedAt())));
        return all;
    }

    boolean isOwn(PublisherKey key) {
        return own.contains(key) || catalog.keys().contains(key);
    }

    boolean trusts(PublisherKey key) {
        return name(key).isPresent();
    }

    /** What the person calls the first of them that is trusted now. */
    public Optional<String> name(List<PublisherKey> keys) {
        return keys.stream().map(this::name).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> name(PublisherKey key) {
        return isOwn(key)
                ? Optional.of(own.contains(key) ? OWN : THIS_COPY)
                : trusted.all().stream()
                        .filter(each -> each.key().equals(key))
                        .map(TrustedKey::name)
                        .findFirst();
    }

    /** What is signed with it can be installed from now on. {@code plugin.key}. */
    public void trust(String text, String name) {
        PublisherKey key = key(text);
        if (isOwn(key)) {
            throw failure("plugin.key", "This key is built into Officina.", "It is trusted already.");
        }
        TrustedKey made;
        try {
            made = new TrustedKey(key, name.strip(), clock.instant());
        } catch (IllegalArgumentException e) {
            throw failure(
                    "plugin.key",
                    "A publisher is called by one line of plain text.",
                    "Name whose key it is, in at most " + TrustedKey.LONGEST_NAME + " characters.");
        }
        edits.edit(
                project,
                "Trusted the publisher " + made.name(),
                changes -> changes.find(TrustedKey.KIND, key.record()).isPresent()
                        ? changes.replace(TrustedKey.KIND, key.record(), made.fields())
                        : changes.create(TrustedKey.KIND, key.record(), made.fields()),
                (record, _) -> record);
    }

    /** Nothing more that is signed with it can be installed. {@code plugin.key}, {@code plugin.key-unknown}. */
    public void forget(String text) {
        PublisherKey key = key(text);
        if (isOwn(key)) {
            throw failure("plugin.key", "This key is built into Officina.", "It cannot be taken out.");
        }
        String name = name(key)
                .orElseThrow(() -> failure(
                        "plugin.key-unknown",
                        "There is no such key among those that you trust.",
                        "\"officina plugins keys list\" shows them."));
        edits.edit(
                project,
                "No longer trusts the publisher " + name,
                changes -> changes.delete(TrustedKey.KIND, key.record()),
                (record, _) -> record);
    }

    private static PublisherKey key(String text) {
        try {
            return new PublisherKey(text.strip());
        } catch (IllegalArgumentException e) {
            throw failure(
                    "plugin.key",
                    "\"" + PlainLine.of(text, 100) + "\" is no key of a publisher.",
                    "One looks like ed25519: and 43 letters behind that.");
        }
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
