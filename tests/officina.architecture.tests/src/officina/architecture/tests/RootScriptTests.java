// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import officina.architecture.tests.SourceTree.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./officina} in a source tree that is built already, with stand-ins that say how they were called. */
class RootScriptTests {

    @TempDir
    private Path root;

    private SourceTree tree;

    @BeforeEach
    void build() throws IOException, InterruptedException {
        tree = new SourceTree(root);
        tree.products();
        Said marked = tree.functions("mkdir -p \"$tools\"; : >\"$tools/s\"; mark_as_built \"$tools/s\"");
        assertEquals(new Said(0, "", ""), marked);
    }

    @Test
    void without_words_the_window_opens() throws Exception {
        assertEquals("window|", said("./officina"));
    }

    @Test
    void a_data_folder_alone_opens_the_window_on_it() throws Exception {
        assertEquals("window|--data|my data|", said("./officina", "--data", "my data"));
        assertEquals("window|--data=my data|", said("./officina", "--data=my data"));
    }

    @Test
    void all_other_words_go_to_the_command_line() throws Exception {
        assertEquals("command line|help|", said("./officina", "help"));
        assertEquals("command line|--data|", said("./officina", "--data"));
        assertEquals("command line|--data=|", said("./officina", "--data="));
        assertEquals("command line||", said("./officina", ""));
        assertEquals("command line|todo|list|--data|my data|", said("./officina", "todo", "list", "--data", "my data"));
        assertEquals("command line|--data|D|todo|", said("./officina", "--data", "D", "todo"));
        assertEquals("command line|--data=D|todo|", said("./officina", "--data=D", "todo"));
    }

    private String said(String... command) throws IOException, InterruptedException {
        Said said = tree.run(command);
        assertEquals(0, said.code(), said.err());
        return said.out();
    }
}
