// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;

class SecretFilesTests {

    @Test
    void a_descriptor_is_closed_when_the_script_that_became_this_process_says_so() {
        assertTrue(SecretFiles.isClosed(3, "41 3 12", 41));
        assertTrue(SecretFiles.isClosed(12, "41 3 12", 41));
        assertFalse(SecretFiles.isClosed(1, "41 3 12", 41));
        // what another command has found is none of this one's business
        assertFalse(SecretFiles.isClosed(3, "41 3 12", 42));
        assertFalse(SecretFiles.isClosed(3, "", 3));
        assertEquals(Path.of("/proc/self/fd/7"), SecretFiles.descriptor(7));
    }

    @Test
    void a_number_that_the_shell_may_use_itself_is_refused() {
        assertEquals(
                "usage.descriptor",
                assertThrows(FailureException.class, () -> SecretFiles.descriptor(10))
                        .failure()
                        .code());
        assertTrue(SecretFiles.isClosed(8, "41 08", 41));
        assertTrue(SecretFiles.isClosed(8, "41 +8", 41));
        assertFalse(SecretFiles.isClosed(8, "41 18", 41));
    }
}
