// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a command has to be so that the palette has it wherever the keyboard is (PaletteEntries of officina.workbench). */
class PaletteCommandsTests {

    /** What the person does in a conversation or to the message being written: without one there is nothing to do. */
    private static final Set<String> IN_A_CONVERSATION = Set.of(
            "officina.conversation.ui.attach",
            "officina.conversation.ui.chooseModel",
            "officina.conversation.ui.find",
            "officina.conversation.ui.switchMode");

    private final List<Document> plugins = Repository.bundles("bundles").stream()
            .map(bundle -> bundle.resolve("plugin.xml"))
            .filter(Files::exists)
            .map(WindowKeys::xml)
            .toList();

    @Test
    void it_has_a_handler_in_the_whole_window() {
        TreeSet<String> handled = new TreeSet<>(values("handler", "commandId"));
        commands().stream()
                .filter(command -> command.hasAttribute("defaultHandler"))
                .forEach(command -> handled.add(command.getAttribute("id")));
        Set<String> elsewhere = ids();
        elsewhere.removeAll(handled);

        assertTrue(handled.size() > 25, handled.toString());
        assertEquals(new TreeSet<>(IN_A_CONVERSATION), elsewhere);
    }

    @Test
    void what_is_done_in_a_conversation_has_its_handler_there() {
        String view = Repository.text(Repository.ROOT.resolve(
                "bundles/officina.conversation.ui/src/officina/conversation/ui/ConversationView.java"));

        for (String command : IN_A_CONVERSATION) {
            assertTrue(view.contains("activateHandler(\"" + command + "\""), command);
        }
    }

    @Test
    void it_has_a_name_a_group_and_needs_no_parameter() {
        Set<String> groups = values("category", "id");
        for (Element command : commands()) {
            String id = command.getAttribute("id");
            assertTrue(id.startsWith("officina."), id);
            assertTrue(command.getAttribute("name").startsWith("%"), id);
            assertTrue(groups.contains(command.getAttribute("categoryId")), id);
            assertEquals(0, command.getElementsByTagName("commandParameter").getLength(), id);
        }
    }

    /** Those that are defined; menus call their entries so, too. */
    private List<Element> commands() {
        return plugins.stream()
                .flatMap(plugin -> WindowKeys.elements(plugin, "command").stream())
                .filter(command -> command.hasAttribute("id"))
                .toList();
    }

    private Set<String> ids() {
        return commands().stream()
                .map(command -> command.getAttribute("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> values(String tag, String attribute) {
        return plugins.stream()
                .flatMap(plugin -> WindowKeys.elements(plugin, tag).stream())
                .map(element -> element.getAttribute(attribute))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
