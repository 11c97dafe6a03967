// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;

/** What who publishes plug-ins does with files; no data folder is touched. Any thread; blocks on the disk. */
public interface Publishing {

    /**
     * Makes a pair of keys in a new file that only its owner may read. {@code publish.file}.
     *
     * @return the public one, as it is told to others
     */
    String makeKey(Path file);

    /**
     * Signs a bundle with each of these keys. {@code plugin.file}, {@code plugin.damaged}, {@code plugin.unfit},
     * {@code publish.file}, {@code publish.key} where a file holds no pair of keys.
     *
     * @param keys files that {@link #makeKey} made; the second and later ones are for those who know one of them
     * @return the file with the signature, beside the bundle; one that was there before is replaced
     */
    Path sign(Path bundle, List<Path> keys);

    /**
     * Makes the catalogue of a folder, or makes it anew: of each bundle that lies in it, with what stands in a file beside
     * it with {@code .json} behind its name ({@code description}, {@code price} with {@code amount} and {@code currency}).
     * The catalogue is signed with these keys, and so is each bundle that has no signature yet. {@code publish.file},
     * {@code publish.key}, {@code publish.catalog}, {@code plugin.file}, {@code plugin.damaged}, {@code plugin.unfit},
     * {@code plugin.signature} where a bundle has one that is not its own.
     *
     * @param name what it is called, in letters, digits, dots and hyphens; it stays
     * @return the file of the catalogue
     */
    Path catalog(Path folder, String name, List<Path> keys);
}
