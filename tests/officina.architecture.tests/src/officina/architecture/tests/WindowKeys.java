// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The keys of the window: those that {@code plugin.xml} binds, and those that views handle themselves. */
final class WindowKeys {

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";

    /** What is said of the platform's commands; the window calls them so, too. */
    private static final Map<String, String> OF_PLATFORM = Map.of(
            "org.eclipse.ui.file.exit", "Quit",
            "org.eclipse.ui.edit.undo", "Undo",
            "org.eclipse.ui.edit.redo", "Redo",
            "org.eclipse.ui.edit.cut", "Cut",
            "org.eclipse.ui.edit.copy", "Copy",
            "org.eclipse.ui.edit.paste", "Paste",
            "org.eclipse.ui.edit.selectAll", "Select All");

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    private WindowKeys() {}

    /** The tables of the page, as text. */
    static String tables() {
        WindowKeys window = new WindowKeys();
        List<Document> plugins = new ArrayList<>();
        for (Path bundle : Repository.bundles("bundles")) {
            Path file = bundle.resolve("plugin.xml");
            if (Files.exists(file)) {
                Document plugin = xml(file);
                plugins.add(plugin);
                window.name(plugin, properties(bundle.resolve("OSGI-INF/l10n/bundle.properties")));
            }
        }
        plugins.forEach(window::bind);
        StringBuilder page = new StringBuilder("| keys | what they do, anywhere in the window |\n|---|---|\n");
        window.keys.forEach((what, pressed) ->
                page.append("| ").append(pressed).append(" | ").append(what).append(" |\n"));
        page.append("\n| in | keys | what they do there |\n|---|---|---|\n");
        properties(Repository.ROOT.resolve(
                        "bundles/officina.workbench/src/officina/workbench/internal/palette/messages.properties"))
                .entrySet()
                .stream()
                .filter(each -> each.getKey().startsWith("key-"))
                .map(each -> each.getValue().split("\\|"))
                .map(parts -> "| " + parts[2] + " | " + parts[0] + " | " + parts[1] + " |\n")
                .sorted()
                .forEach(page::append);
        return page.toString();
    }

    private void name(Document plugin, Map<String, String> texts) {
        for (String tag : List.of("command", "e4view")) {
            for (Element each : elements(plugin, tag)) {
                String name = each.getAttribute("name");
                if (name.startsWith("%")) {
                    names.put(each.getAttribute("id"), texts.getOrDefault(name.substring(1), name));
                }
            }
        }
    }

    private void bind(Document plugin) {
        for (Element key : elements(plugin, "key")) {
            String pressed = key.getAttribute("sequence").replace("M1", "Ctrl").replace("M2", "Shift");
            keys.merge(called(key), pressed, (one, other) -> one + " or " + other);
        }
    }

    private String called(Element key) {
        String command = key.getAttribute("commandId");
        if (command.equals(SHOW_VIEW)) {
            Element view = (Element) key.getElementsByTagName("parameter").item(0);
            return "Show " + names.get(view.getAttribute("value"));
        }
        String name = names.getOrDefault(command, OF_PLATFORM.get(command));
        if (name == null) {
            throw new AssertionError("a key is bound to a command without a name: " + command);
        }
        return name;
    }

    static List<Element> elements(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static Document xml(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("not readable: " + file, e);
        }
    }

    private static Map<String, String> properties(Path file) {
        Properties read = new Properties();
        try (StringReader text = new StringReader(Repository.text(file))) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> texts.put(name, read.getProperty(name)));
        return texts;
    }
}
