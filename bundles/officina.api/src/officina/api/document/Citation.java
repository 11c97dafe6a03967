// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place in a file that an answer refers to. Answers name it by a Markdown link to its {@link #address}, so that whoever
 * shows the answer can open the file there; {@link #address} and {@link #parse} are inverse.
 *
 * @param file absolute
 * @param place empty for its beginning
 */
public record Citation(Path file, Optional<Place> place) {

    private static final String SCHEME = "file";

    /** Stands for no certain place; an address without any fragment is no citation but a mere link to a file. */
    private static final String BEGINNING = "start";

    public Citation {
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("a citation names a file by its whole path");
        }
    }

    /** A {@code file:} address whose fragment is the place: {@code file:///home/me/a.txt#lines=3-7}. Asks no disk. */
    public String address() {
        String fragment = place.map(at -> at.toString().replace(' ', '=')).orElse(BEGINNING);
        try {
            return new URI(SCHEME, "", file.toString(), fragment).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an absolute path makes an address", e);
        }
    }

    /** The citation of such an address; empty for any other. */
    public static Optional<Citation> parse(String address) {
        try {
            URI uri = new URI(address);
            String fragment = uri.getFragment();
            boolean local = SCHEME.equalsIgnoreCase(uri.getScheme())
                    && uri.getRawAuthority() == null
                    && uri.getPath() != null
                    // on Windows that would be another machine
                    && !uri.getPath().startsWith("//")
                    && uri.getQuery() == null;
            if (!local || fragment == null) {
                return Optional.empty();
            }
            Optional<Place> place = Place.parse(fragment.replace('=', ' '));
            Path file = Path.of(uri.getPath());
            boolean cited = file.isAbsolute() && (place.isPresent() || fragment.equals(BEGINNING));
            return cited ? Optional.of(new Citation(file, place)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of the file and the place: {@code manual.pdf, page 2}. */
    public String title() {
        return placed(String.valueOf(file.getFileName()));
    }

    /** The whole path and the place. */
    @Override
    public String toString() {
        return placed(file.toString());
    }

    private String placed(String name) {
        return place.map(at -> name + ", " + at).orElse(name);
    }
}
