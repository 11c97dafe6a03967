// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import officina.api.permission.PermissionRequest;
import officina.cli.Syntax.Printed;
import officina.engine.CatalogItem;
import officina.engine.Engine;
import officina.engine.OfferItem;
import officina.engine.Offered;

/** Catalogues of plug-ins, and what is in them. */
final class CatalogCommands {

    private CatalogCommands() {}

    static final class ListCatalogs extends EngineCommand {

        private final Printed<CatalogItem> listed = syntax.prints(CatalogForms.CATALOG, Syntax.EACH);

        ListCatalogs(CommandContext context) {
            super(context, "From where plug-ins are got.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<CatalogItem> all = engine.plugins().catalogs();
            if (out.json()) {
                all.forEach(each -> out.print(listed, each, ""));
            } else {
                out.table(all.stream()
                        .map(each -> List.of(each.name(), each.place(), signer(each)))
                        .toList());
            }
            return ExitCode.OK;
        }

        private static String signer(CatalogItem item) {
            return item.signer().isEmpty() ? "signed by nobody whom you trust" : "signed by " + item.signer();
        }
    }

    static final class Add extends EngineCommand {

        private final Given<String> place = place(syntax);
        private final Printed<CatalogItem> added = syntax.prints(CatalogForms.CATALOG);

        Add(CommandContext context) {
            super(
                    context,
                    "Get plug-ins from a catalogue, too.",
                    "",
                    "It has to be signed by somebody whom you trust (officina plugins keys). What is in it needs the signature",
                    "of its own publisher all the same. A copy of its folder is as good as the place it came from.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            CatalogItem made = engine.plugins().addCatalog(whole(place.value()));
            out.print(added, made, "Plug-ins are got from " + made.name() + ", too. They are: officina plugins search");
            return ExitCode.OK;
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<String> place = place(syntax);

        Remove(CommandContext context) {
            super(context, "Get no more plug-ins from a catalogue; what was installed stays.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.plugins().removeCatalog(whole(place.value()));
            out.say("Nothing is got from there any more.");
            return ExitCode.OK;
        }
    }

    static final class Search extends EngineCommand {

        private final Given<List<String>> words =
                syntax.words(0, "WORDS", "What has to stand in its name, its publisher's or its description.");
        private final Printed<OfferItem> found = syntax.prints(CatalogForms.OFFER, Syntax.EACH);

        Search(CommandContext context) {
            super(
                    context,
                    "Plug-ins that can be got from your catalogues.",
                    "",
                    "Ends with 1 when one of them cannot be read.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            Offered offered = engine.plugins().offers();
            offered.offers().stream().filter(this::isWanted).forEach(each -> out.print(found, each, text(each)));
            offered.problems().forEach(out::say);
            return offered.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        private boolean isWanted(OfferItem offer) {
            String all = (ids(offer) + " " + offer.bundle() + " " + offer.publisher() + " " + offer.description())
                    .toLowerCase(Locale.ROOT);
            return words.value().stream().allMatch(each -> all.contains(each.toLowerCase(Locale.ROOT)));
        }

        private static String text(OfferItem offer) {
            List<String> lines = new ArrayList<>();
            lines.add(ids(offer) + " " + offer.version()
                    + (offer.price().isEmpty() ? ", free" : ", " + offer.price())
                    + (offer.publisher().isEmpty() ? "" : ", by " + offer.publisher())
                    + (offer.installed().isEmpty() ? "" : "; installed is " + offer.installed()));
            if (!offer.description().isEmpty()) {
                lines.add("  " + offer.description());
            }
            for (PermissionRequest each : offer.permissions()) {
                lines.add("  asks for " + each.permission() + (each.optional() ? ", optional" : "") + ": "
                        + each.reason());
            }
            return String.join("\n", lines);
        }
    }

    static String ids(OfferItem offer) {
        return offer.plugins().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Given<String> place(Syntax syntax) {
        return syntax.word("PLACE", "Its folder, or its address, which begins with https://.");
    }

    /** A folder is named from here; the engine is perhaps elsewhere. */
    private static String whole(String place) {
        try {
            return place.contains("://")
                    ? place
                    : Path.of(place).toAbsolutePath().toString();
        } catch (InvalidPathException e) {
            return place;
        }
    }
}
