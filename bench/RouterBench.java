// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import officina.api.agent.AgentDescriptor;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.memory.Embedder;
import officina.api.memory.EmbeddingModel;
import officina.embedding.minilm.internal.MiniLmEmbedderFactory;
import officina.orchestrator.local.internal.route.IntentRouter;
import officina.orchestrator.local.internal.route.IntentSplitter;
import officina.orchestrator.local.internal.route.Negation;
import officina.protocol.Json;

/**
 * How often the router finds who a message is for; see router/README.md for the phrasings and bench/README.md for the
 * figures. Arguments: the project's folder, a folder for native libraries, and "training" to judge the training part by
 * itself, a fifth at a time by what was learned from the rest, instead of the test part.
 */
public final class RouterBench {

    private static final int FOLDS = 5;
    /** As on a system without a library for it. */
    private static final Embedder NO_MEANING = (Embedder) Proxy.newProxyInstance(
            RouterBench.class.getClassLoader(), new Class<?>[] {Embedder.class}, (_, method, _) -> {
                if (method.getName().equals("model")) {
                    return new EmbeddingModel("none", 1, 1);
                }
                throw new FailureException(Failure.of(
                        "embedding.unsupported", ErrorKind.RESOURCE, "There is no library for this system.", null));
            });

    private final Path root;
    private final Embedder embedder;

    /** A line of the phrasings. */
    private record Phrasing(String label, String text) {

        boolean isTest() {
            CRC32 sum = new CRC32();
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            return sum.getValue() % 2 == 0;
        }

        /** todo or knowledge; the label itself where it names no command. */
        String agent() {
            int dot = label.indexOf('.');
            return dot < 0 ? label : label.substring(0, dot);
        }

        boolean isCommand() {
            return label.indexOf('.') > 0;
        }
    }

    /** Says the label for a text; "none" for nobody. */
    private interface Judge {
        String of(String text) throws InterruptedException;
    }

    private interface Way {
        Judge learn(Map<String, AgentDescriptor> classes, List<Phrasing> training);
    }

    private RouterBench(Path root, Embedder embedder) {
        this.root = root;
        this.embedder = embedder;
    }

    public static void main(String[] args) throws Exception {
        try (Embedder embedder = new MiniLmEmbedderFactory().open(Path.of(args[1]))) {
            new RouterBench(Path.of(args[0]), embedder).run(args.length > 2 && args[2].equals("training"));
        }
    }

    private void run(boolean byTraining) throws Exception {
        List<Phrasing> all = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("bench/router/phrasings.tsv"))) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.startsWith("#")) {
                all.add(new Phrasing(line.substring(0, tab), line.substring(tab + 1)));
            }
        }
        List<Phrasing> training = all.stream().filter(each -> !each.isTest()).toList();
        List<Phrasing> test = all.stream().filter(Phrasing::isTest).toList();
        List<Phrasing> judged = byTraining ? training : test;
        long nots = judged.stream().filter(each -> each.label().equals("not")).count();
        long found = judged.stream()
                .filter(each -> each.label().equals("not") && Negation.isAll(each.text()))
                .count();
        long wrongly = judged.stream()
                .filter(each -> !each.label().equals("not") && Negation.isAll(each.text()))
                .count();
        System.out.println("To be left alone: " + found + " of " + nots + " recognised, " + wrongly + " of "
                + (judged.size() - nots) + " others wrongly.");
        several(byTraining, judged);
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("TF-IDF and logistic regression", Linear::learn);
        ways.put("ours, words only", (classes, _) -> judge(NO_MEANING, classes));
        ways.put("ours, words and meaning", (classes, _) -> judge(embedder, classes));
        for (boolean byCommand : new boolean[] {false, true}) {
            System.out.println("\n| " + (byCommand ? "eight commands" : "two agents") + ", "
                    + (byTraining ? "training part" : "test part")
                    + " | in-scope accuracy | out-of-scope recall | seen as in scope | median us | p99 us |");
            System.out.println("|---|---|---|---|---|---|");
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                Score score = new Score(byCommand);
                if (byTraining) {
                    for (int fold = 0; fold < FOLDS; fold++) {
                        int now = fold;
                        Predicate<Phrasing> held = each -> Math.floorMod(each.text().hashCode(), FOLDS) == now;
                        Set<String> heldTexts =
                                training.stream().filter(held).map(Phrasing::text).collect(Collectors.toSet());
                        List<Phrasing> known = training.stream().filter(held.negate()).toList();
                        score.count(
                                way.getValue().learn(classes(known, heldTexts, byCommand), known),
                                training.stream().filter(held).toList());
                    }
                } else {
                    score.count(way.getValue().learn(classes(training, Set.of(), byCommand), training), test);
                }
                System.out.println("| " + way.getKey() + score);
                if (byTraining) {
                    score.wrong.forEach(System.out::println);
                }
            }
        }
    }

    /** How often the wishes of a message are found, those of one wish are left whole, and each part reaches its agent. */
    private void several(boolean byTraining, List<Phrasing> phrasings) throws Exception {
        Judge judge = judge(embedder, classes(List.of(), Set.of(), false));
        int[] several = new int[2];
        int[] single = new int[2];
        int[] parts = new int[2];
        for (String line : Files.readAllLines(root.resolve("bench/router/several.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            Phrasing marked = new Phrasing(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
            if (marked.isTest() == byTraining) {
                continue;
            }
            List<String> wanted = Arrays.stream(marked.text().split("\\|")).map(RouterBench::plain).toList();
            List<String> found = IntentSplitter.split(marked.text().replaceAll("\\s*\\|\\s*", " "));
            boolean right = wanted.equals(found.stream().map(RouterBench::plain).toList());
            int[] count = wanted.size() > 1 ? several : single;
            count[0]++;
            count[1] += right ? 1 : 0;
            if (right && wanted.size() > 1) {
                String[] labels = marked.label().split(" ");
                for (int i = 0; i < labels.length; i++) {
                    parts[0]++;
                    parts[1] += judge.of(found.get(i)).equals(labels[i]) ? 1 : 0;
                }
            }
        }
        long others = phrasings.stream().filter(each -> !each.label().equals("several")).count();
        long torn = phrasings.stream()
                .filter(each -> !each.label().equals("several") && IntentSplitter.split(each.text()).size() > 1)
                .count();
        System.out.println("Several wishes: " + several[1] + " of " + several[0] + " messages split rightly, "
                + parts[1] + " of " + parts[0] + " of their parts reach their agent; " + single[1] + " of " + single[0]
                + " that only look so left whole; " + torn + " of " + others + " phrasings torn.");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:(?:and|then|also|but|plus) )+", "");
    }

    private static Judge judge(Embedder meanings, Map<String, AgentDescriptor> classes) {
        IntentRouter router = new IntentRouter();
        List<AgentDescriptor> agents = List.copyOf(classes.values());
        Map<PluginId, String> labels = new HashMap<>();
        classes.forEach((label, agent) -> labels.put(agent.plugin(), label));
        return text -> {
            PluginId chosen = router.route(text, agents, Map.of(), meanings).agent();
            return chosen == null ? "none" : labels.get(chosen);
        };
    }

    /** What is told apart: the agents as they describe themselves, or each command by the training part alone. */
    private Map<String, AgentDescriptor> classes(List<Phrasing> training, Set<String> held, boolean byCommand) throws IOException {
        Map<String, AgentDescriptor> classes = new TreeMap<>();
        if (byCommand) {
            Map<String, List<String>> examples = new TreeMap<>();
            training.stream()
                    .filter(Phrasing::isCommand)
                    .forEach(each -> examples.computeIfAbsent(each.label(), _ -> new ArrayList<>()).add(each.text()));
            examples.forEach((label, own) -> classes.put(
                    label, new AgentDescriptor(new PluginId("bench." + label), label, label.replace('.', ' '), own, false)));
            return classes;
        }
        for (String agent : List.of("task", "knowledge")) {
            Path file = root.resolve("bundles/officina.agent." + agent + "/OSGI-INF/officina/agent.json");
            String label = agent.equals("task") ? "todo" : agent;
            PluginId id = new PluginId("agent." + agent);
            AgentDescriptor own = AgentDescriptor.from(id, Json.parseObject(Files.readAllBytes(file)));
                classes.put(
                        label,
                        new AgentDescriptor(
                                id,
                                own.name(),
                                own.description(),
                                own.examples().stream()
                                        .filter(example -> !held.contains(example))
                                        .toList(), false));
        }
        return classes;
    }

    /** Counts. */
    private final class Score {

        private final boolean byCommand;
        private final Map<String, int[]> counts = new HashMap<>();
        private final List<Long> times = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private int passed;

        Score(boolean byCommand) {
            this.byCommand = byCommand;
        }

        void count(Judge judge, List<Phrasing> phrasings) throws InterruptedException {
            for (int round = 0; round < 3; round++) {
                for (Phrasing phrasing : phrasings) {
                    judge.of(phrasing.text());
                }
            }
            for (Phrasing phrasing : phrasings) {
                long before = System.nanoTime();
                String said = judge.of(phrasing.text());
                times.add((System.nanoTime() - before) / 1_000);
                String right = byCommand ? phrasing.label() : phrasing.agent();
                if (phrasing.isCommand() || right.equals("none")) {
                    int[] count = counts.computeIfAbsent(phrasing.isCommand() ? "in" : "out", _ -> new int[2]);
                    count[0]++;
                    count[1] += said.equals(right) ? 1 : 0;
                    passed += phrasing.isCommand() && !said.equals("none") ? 1 : 0;
                    if (!said.equals(right)) {
                        wrong.add("  " + right + " but " + said + ": " + phrasing.text());
                    }
                }
            }
        }

        @Override
        public String toString() {
            times.sort(null);
            int[] in = counts.get("in");
            int[] out = counts.get("out");
            return " | " + share(in[1], in[0]) + " | " + share(out[1], out[0]) + " | " + share(passed, in[0]) + " | "
                    + times.get(times.size() / 2) + " | " + times.get(times.size() * 99 / 100) + " |";
        }

        private static String share(int some, int all) {
            return String.format(Locale.ROOT, "%d of %d, %.1f %%", some, all, 100.0 * some / all);
        }
    }

    /** What anybody would try first: words and pairs of them weighed by their rarity, softmax regression, "none" a class. */
    private static final class Linear {

        private static final double PENALTY = 1e-4;
        private static final int STEPS = 300;

        private final Map<String, Integer> index = new HashMap<>();
        private final List<String> labels;
        private final double[] rarity;
        private final double[][] weights;

        static Judge learn(Map<String, AgentDescriptor> classes, List<Phrasing> training) {
            List<Phrasing> samples = new ArrayList<>();
            classes.forEach((label, agent) ->
                    agent.examples().forEach(example -> samples.add(new Phrasing(label, example))));
            officina.orchestrator.local.internal.text.Lines.of(IntentRouter.class, "background.txt")
                    .forEach(text -> samples.add(new Phrasing("none", text)));
            training.stream().filter(each -> each.label().equals("none")).forEach(samples::add);
            return new Linear(samples)::of;
        }

        private Linear(List<Phrasing> samples) {
            labels = samples.stream().map(Phrasing::label).distinct().sorted().toList();
            Map<String, Integer> documents = new TreeMap<>();
            samples.forEach(each -> new HashSet<>(grams(each.text())).forEach(gram -> documents.merge(gram, 1, Integer::sum)));
            documents.keySet().forEach(gram -> index.put(gram, index.size()));
            rarity = new double[index.size()];
            index.forEach((gram, at) -> rarity[at] = 1 + Math.log((1.0 + samples.size()) / (1 + documents.get(gram))));
            weights = new double[labels.size()][index.size() + 1];
            descend(samples);
        }

        private void descend(List<Phrasing> samples) {
            List<Map<Integer, Double>> rows = samples.stream().map(each -> row(each.text())).toList();
            double[] share = new double[labels.size()];
            samples.forEach(each -> share[labels.indexOf(each.label())]++);
            double[][] before = new double[labels.size()][index.size() + 1];
            for (int step = 0; step < STEPS; step++) {
                double momentum = step / (step + 3.0);
                for (int k = 0; k < weights.length; k++) {
                    for (int j = 0; j < weights[k].length; j++) {
                        double now = weights[k][j];
                        weights[k][j] += momentum * (now - before[k][j]);
                        before[k][j] = now;
                    }
                }
                double[][] gradient = new double[labels.size()][index.size() + 1];
                for (int i = 0; i < rows.size(); i++) {
                    int right = labels.indexOf(samples.get(i).label());
                    double[] said = probabilities(rows.get(i));
                    double counts = 1 / share[right] / labels.size();
                    for (int k = 0; k < said.length; k++) {
                        double error = counts * (said[k] - (k == right ? 1 : 0));
                        double[] row = gradient[k];
                        rows.get(i).forEach((at, value) -> row[at] += error * value);
                        row[index.size()] += error;
                    }
                }
                for (int k = 0; k < weights.length; k++) {
                    for (int j = 0; j < weights[k].length; j++) {
                        weights[k][j] -= 2 * (gradient[k][j] + PENALTY * weights[k][j]);
                    }
                }
            }
        }

        private String of(String text) {
            double[] said = probabilities(row(text));
            int best = 0;
            for (int k = 1; k < said.length; k++) {
                best = said[k] > said[best] ? k : best;
            }
            return labels.get(best);
        }

        private double[] probabilities(Map<Integer, Double> row) {
            double[] said = new double[labels.size()];
            for (int k = 0; k < said.length; k++) {
                double[] own = weights[k];
                said[k] = Math.exp(own[index.size()]
                        + row.entrySet().stream().mapToDouble(each -> own[each.getKey()] * each.getValue()).sum());
            }
            double all = Arrays.stream(said).sum();
            return Arrays.stream(said).map(each -> each / all).toArray();
        }

        private Map<Integer, Double> row(String text) {
            Map<Integer, Double> row = new HashMap<>();
            grams(text).stream().filter(index::containsKey).map(index::get).forEach(at -> row.merge(at, rarity[at], Double::sum));
            double length = Math.sqrt(row.values().stream().mapToDouble(x -> x * x).sum());
            row.replaceAll((_, value) -> value / length);
            return row;
        }

        private static List<String> grams(String text) {
            List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+")).filter(w -> !w.isEmpty()).toList();
            List<String> grams = new ArrayList<>(words);
            for (int i = 1; i < words.size(); i++) {
                grams.add(words.get(i - 1) + " " + words.get(i));
            }
            return grams;
        }
    }
}
