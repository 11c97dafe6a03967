// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.host.BrowserProfile;
import org.jspecify.annotations.Nullable;

/** Where browsers keep their profiles: a table in {@code browsers.properties}. Any thread; blocks on the disk. */
public final class BrowserPlaces {

    private static final Pattern VARIABLE = Pattern.compile("%([A-Z]+)%");

    /** How the files of a profile are called, and read. */
    enum Family {
        CHROMIUM("History"),
        FIREFOX("places.sqlite");

        private final String file;

        Family(String file) {
            this.file = file;
        }

        /** In the folder of a profile. */
        Path database(Path folder) {
            return folder.resolve(file);
        }
    }

    /** A profile and where it lies. */
    record Found(BrowserProfile profile, Family family, Path folder) {}

    private final Properties table = table();
    private final String system;
    private final Path home;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * @param system {@code linux}, {@code windows} or {@code macos}
     * @param home the person's own folder
     * @param environment gives the value of a variable, or {@code null}
     */
    BrowserPlaces(String system, Path home, UnaryOperator<@Nullable String> environment) {
        this.system = system;
        this.home = home;
        this.environment = environment;
    }

    /** Those of this system and this account. */
    public static BrowserPlaces ofThisMachine() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
        Map<String, String> all = System.getenv();
        return new BrowserPlaces(system, Path.of(System.getProperty("user.home", ".")), all::get);
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = Objects.requireNonNull(
                        BrowserPlaces.class.getResourceAsStream("browsers.properties"), "the table");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            table.load(reader);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profiles that are there, by browser and name; of two with the same name the first that is found. */
    List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (String browser : text("browsers").split(" ")) {
            Family family = Family.valueOf(text(browser + ".family").toUpperCase(Locale.ROOT));
            for (Path place : places(browser)) {
                for (Path folder : folders(place)) {
                    BrowserProfile profile = new BrowserProfile(browser, String.valueOf(folder.getFileName()));
                    boolean known =
                            found.stream().anyMatch(each -> each.profile().equals(profile));
                    if (!known && Files.isRegularFile(family.database(folder), LinkOption.NOFOLLOW_LINKS)) {
                        found.add(new Found(profile, family, folder));
                    }
                }
            }
        }
        found.sort(Comparator.comparing((Found each) -> each.profile().browser())
                .thenComparing(each -> each.profile().name()));
        return found;
    }

    /** Where a browser may keep its profiles here, whether it does or not. */
    List<Path> places(String browser) {
        return Arrays.stream(text(browser + "." + system).split(";"))
                .map(this::place)
                .filter(Objects::nonNull)
                .toList();
    }

    private String text(String key) {
        return Objects.requireNonNull(table.getProperty(key), key).strip();
    }

    private @Nullable Path place(String written) {
        String text = written.startsWith("~/") ? home + written.substring(1) : written;
        Matcher variable = VARIABLE.matcher(text);
        if (variable.find()) {
            String value = environment.apply(variable.group(1));
            if (value == null) {
                return null;
            }
            text = text.replace(variable.group(), value);
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static List<Path> folders(Path place) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(place, each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))) {
            all.forEach(folders::add);
        } catch (IOException | DirectoryIteratorException e) {
            // not there, or not to be looked into: then there is no such browser here
            return List.of();
        }
        folders.sort(Comparator.naturalOrder());
        return folders;
    }
}
