package io.litigation.server.config;

import io.litigation.server.config.Node.Branch;
import io.litigation.server.config.Node.Leaf;
import io.litigation.server.config.Node.Sequence;
import org.apache.commons.text.similarity.LevenshteinDistance;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that somebody reads; whatever else is in the file or the environment is unknown. */
final class KnownKeys {

    /** A name is taken for a slip of the pen up to two slips (a transposition is two), or one in three characters. */
    private static final int SLIPS = 2;

    private static final int CHARACTERS_PER_SLIP = 3;

    private static final String ENVIRONMENT_PREFIX = "LITIGATION_";

    private final SortedSet<String> keys = new TreeSet<>();
    private final SortedSet<String> sections = new TreeSet<>();
    private final SortedSet<String> lists = new TreeSet<>();

    void add(String key) {
        keys.add(key);
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            sections.add(key.substring(0, dot));
        }
    }

    /** Notes a list of sections, whose own keys are those of its items: {@code key[0].name}. */
    void addList(String key) {
        lists.add(key);
    }

    static boolean isOfAnItem(String key) {
        return key.indexOf('[') >= 0;
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Notes everything in the file that nobody reads. */
    void checkFile(Branch root, Problems problems) {
        check("", root, problems);
    }

    private void check(String prefix, Branch branch, Problems problems) {
        branch.children().forEach((name, node) -> {
            String key = prefix + name;
            if (name.indexOf('.') >= 0) {
                problems.mistake(key, node.origin(), "unknown key; keys are nested, not joined by dots");
                return;
            }
            if (isOfAnItem(name)) {
                problems.mistake(key, node.origin(), "unknown key; a list's items begin with a dash");
                return;
            }
            if (keys.contains(key)) {
                return;
            }
            if (lists.contains(key)) {
                checkItems(key, node, problems);
            } else if (!sections.contains(key)) {
                problems.mistake(key, node.origin(), "unknown key" + suggestion(key));
            } else if (node instanceof Branch section) {
                check(key + ".", section, problems);
            } else if (!(node instanceof Leaf leaf && leaf.text().isEmpty())) {
                problems.mistake(key, node.origin(), "is a section with keys of its own, not a value");
            }
        });
    }

    private void checkItems(String key, Node node, Problems problems) {
        if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof Branch item) {
                    check(key + "[" + i + "].", item, problems);
                }
            }
        }
    }

    /**
     * Warns of variables that nobody reads. They are no mistakes: Kubernetes sets LITIGATION_SERVICE_HOST and more for a
     * service that is named litigation.
     */
    void checkEnvironment(Map<String, String> environment, Problems problems) {
        Set<String> known = keys.stream()
                .filter(key -> !isOfAnItem(key))
                .map(key -> variable(key).substring(ENVIRONMENT_PREFIX.length()))
                .collect(Collectors.toSet());
        environment.keySet().stream()
                .filter(name -> name.startsWith(ENVIRONMENT_PREFIX))
                .map(name -> name.substring(ENVIRONMENT_PREFIX.length()))
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.warn(
                        "The environment variable " + ENVIRONMENT_PREFIX + name + " is none of this server's"
                                + nearest(name, known.stream())
                                        .map(near -> "; did you mean " + ENVIRONMENT_PREFIX + near + "?")
                                        .orElse(".")));
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    String suggestion(String key) {
        String parent = key.substring(0, key.lastIndexOf('.') + 1);
        Stream<String> siblings = Stream.<Set<String>>of(keys, sections, lists)
                .flatMap(Set::stream)
                .filter(known -> known.startsWith(parent)
                        && known.indexOf('.', parent.length()) < 0
                        && known.indexOf('[', parent.length()) < 0);
        return nearest(key.substring(parent.length()), siblings.map(known -> known.substring(parent.length())))
                .map(near -> parent + near)
                .or(() -> misplaced(key.substring(parent.length())))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    /** The right name in a wrong section. */
    private Optional<String> misplaced(String name) {
        return keys.stream()
                .filter(known -> !isOfAnItem(known) && known.endsWith("." + name))
                .findFirst();
    }

    private static Optional<String> nearest(String name, Stream<String> candidates) {
        int greatest = Math.max(SLIPS, name.length() / CHARACTERS_PER_SLIP);
        LevenshteinDistance distance = new LevenshteinDistance(greatest);
        record Candidate(String name, int distance) {}
        return candidates
                .map(candidate -> new Candidate(candidate, distance.apply(name, candidate)))
                .filter(candidate -> candidate.distance() >= 0)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }
}
