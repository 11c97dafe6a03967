// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTests {

    @Test
    void arguments_that_look_like_the_platforms_arrive_unchanged() {
        assertEquals(List.of("-data", "", "=x"), Arguments.unmarked("=-data", "=", "==x", "-consoleLog"));
    }
}
