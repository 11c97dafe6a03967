// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import officina.engine.CatalogItem;
import officina.engine.OfferItem;

/** Catalogues and offers, as JSON. */
final class CatalogForms {

    static final JsonForm<CatalogItem> CATALOG = JsonForm.<CatalogItem>of(
                    "catalogue", "A place that plug-ins are got from.")
            .with("place", JsonKind.TEXT, "Its folder or address.", CatalogItem::place)
            .with("name", JsonKind.TEXT, "As its keepers call it.", CatalogItem::name)
            .with("number", JsonKind.NUMBER, "Of its state; it grows.", CatalogItem::number)
            .with(
                    "signer",
                    JsonKind.TEXT,
                    "Whose key it is signed with, as you call them; may be empty.",
                    CatalogItem::signer);

    static final JsonForm<OfferItem> OFFER = JsonForm.<OfferItem>of(
                    "offer", "A bundle that can be got from a catalogue.")
            .with(
                    "plugins",
                    JsonKind.TEXTS,
                    "The identifiers of what is in it.",
                    offer -> offer.plugins().stream().map(Object::toString).toList())
            .with("bundle", JsonKind.TEXT, "Its symbolic name.", OfferItem::bundle)
            .with("version", JsonKind.TEXT, "The highest version there is.", OfferItem::version)
            .with("publisher", JsonKind.TEXT, "Who says that it is theirs; may be empty.", OfferItem::publisher)
            .with("description", JsonKind.TEXT, "What it is good for; may be empty.", OfferItem::description)
            .with("price", JsonKind.TEXT, "Like `9.90 EUR`; empty where it is free.", OfferItem::price)
            .with(
                    "permissions",
                    JsonKind.many(PluginForms.REQUEST),
                    "What the catalogue says that it asks for.",
                    OfferItem::permissions)
            .with("catalog", JsonKind.TEXT, "The name of its catalogue.", OfferItem::catalog)
            .with("installed", JsonKind.TEXT, "The version that is installed; may be empty.", OfferItem::installed)
            .with("newer", JsonKind.FLAG, "Whether it is newer than that.", OfferItem::newer);

    static final JsonForm<Path> FILE = JsonForm.<Path>of("catalogue's file", "What was made.")
            .with("file", JsonKind.PATH, "Where it is.", file -> file);

    private CatalogForms() {}
}
