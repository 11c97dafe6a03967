// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Paints views in their states into a folder, light and dark: to be looked at, and for the documents. What a gallery of a
 * bundle paints is made of the view itself and an engine that says what the scene needs. Needs a display; use it on one
 * thread.
 */
public final class Gallery {

    /** The time in all pictures, so that they come out the same again. */
    public static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private final Path folder;
    private final Pattern wanted;

    private Gallery(Path folder, Pattern wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** Shows something on the stage and brings it into the state that is to be seen. */
    public interface Scene {
        void on(Stage stage) throws IOException;
    }

    /**
     * @param arguments of the program: {@code FOLDER [EXPRESSION]}; where there is an expression, only pictures in whose
     *     names it is found are painted
     */
    public static Gallery of(String... arguments) throws IOException {
        return new Gallery(
                Files.createDirectories(Path.of(arguments[0])),
                Pattern.compile(arguments.length > 1 ? arguments[1] : ""));
    }

    /** Paints {@code NAME-light.png} and {@code NAME-dark.png}, of so many points. */
    public void paint(String name, int width, int height, Scene scene) throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            String picture = name + (dark ? "-dark" : "-light");
            if (wanted.matcher(picture).find()) {
                try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
                    scene.on(stage);
                    stage.shot(folder.resolve(picture + ".png"));
                }
            }
        }
    }
}
