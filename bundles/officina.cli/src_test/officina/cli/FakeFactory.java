// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import officina.api.error.Failure;
import officina.base.Progress;
import officina.engine.CheckedBundle;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import officina.engine.ExaminedData;
import officina.engine.Publishing;

/** Opens what it is given, and remembers what was erased. */
final class FakeFactory implements EngineFactory {

    static final CheckedBundle SOUND = new CheckedBundle("example", "", List.of(), List.of(), List.of(), List.of());

    final List<String> diagnosed = new ArrayList<>();
    final List<Path> erased = new ArrayList<>();
    List<Path> checked = new ArrayList<>();
    CheckedBundle found = SOUND;
    private final Function<EngineOptions, Engine> opening;

    FakeFactory(Function<EngineOptions, Engine> opening) {
        this.opening = opening;
    }

    @Override
    public Engine open(EngineOptions options) {
        return opening.apply(options);
    }

    @Override
    public List<String> erase(Path data) {
        erased.add(data);
        return List.of("notes.txt");
    }

    @Override
    public void diagnose(Path data, Failure reason, Path file) {
        diagnosed.add(reason.code() + " " + file);
    }

    @Override
    public ExaminedData examine(EngineOptions options, boolean repair, Progress progress) {
        throw new UnsupportedOperationException("there is no data here");
    }

    @Override
    public CheckedBundle check(Path bundle) {
        checked.add(bundle);
        return found;
    }

    @Override
    public Publishing publishing() {
        return new Publishing() {
            @Override
            public String makeKey(Path file) {
                checked.add(file);
                return "ed25519:A";
            }

            @Override
            public Path sign(Path bundle, List<Path> keys) {
                checked.add(bundle);
                checked.addAll(keys);
                return bundle.resolveSibling(bundle.getFileName() + ".sig");
            }

            @Override
            public Path catalog(Path folder, String name, List<Path> keys) {
                checked.add(folder);
                checked.addAll(keys);
                return folder.resolve(name);
            }
        };
    }
}
