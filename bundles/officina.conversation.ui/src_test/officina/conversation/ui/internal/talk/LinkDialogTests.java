// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkDialogTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/x?y=1#z", "http://a.example", "mailto:ada@a.example"})
    void addresses_of_web_and_mail_may_be_opened(String address) {
        assertEquals(new LinkDialog.Openable(address, false), LinkDialog.openable(address));
    }

    @Test
    void of_a_file_only_the_folder_may_be_opened() {
        assertEquals(new LinkDialog.Openable("/home/ada", true), LinkDialog.openable("file:///home/ada/run.desktop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "vscode://x",
                "file:///",
                "x",
                "",
                "http://a b",
                "file://h/x"
            })
    void anything_else_may_not(String address) {
        assertNull(LinkDialog.openable(address));
    }
}
