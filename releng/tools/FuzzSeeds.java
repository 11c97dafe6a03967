// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the inputs that a fuzz target begins with into a folder. Arguments: the class, the folder. */
final class FuzzSeeds {

    private FuzzSeeds() {}

    public static void main(String[] args) throws Exception {
        List<?> seeds = (List<?>) Class.forName(args[0]).getMethod("seeds").invoke(null);
        if (seeds.isEmpty()) {
            throw new IllegalStateException(args[0] + " has no seeds");
        }
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(Path.of(args[1], "seed-" + i), (byte[]) seeds.get(i));
        }
    }
}
