// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JavaHomeTests {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "addresses of files as Linux writes them")
    void a_jar_is_found_whether_its_address_is_escaped_or_not() throws Exception {
        for (String name : new String[] {"plain.jar", "with space.jar", "of 100%.jar", "percent%20sign.jar"}) {
            Path jar = Files.createFile(folder.resolve(name));
            assertEquals(jar, JavaHome.place(jar.toUri().toString()));
            assertEquals(jar, JavaHome.place("file:" + jar));
            assertEquals(jar, JavaHome.place("file://" + jar));
        }
    }
}
