package io.litigation.casefiles;

import io.litigation.core.merge.Picture;
import io.litigation.core.merge.SourcedRecord;
import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseLink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What belongs together: records to cases, cases to matters, rounds to those that they go on with.
 *
 * @param cases names of the records by key
 * @param matters keys of cases, of matters of several
 * @param links such as {@code resumes A -> B}
 * @param alone records without a case
 * @param aside records about somebody else
 */
record Grouping(
        Map<String, Set<String>> cases,
        Set<Set<String>> matters,
        Set<String> links,
        Set<String> alone,
        Set<String> aside) {

    /** What a lawyer says. */
    static Grouping read(String text) {
        Grouping grouping = new Grouping(
                new TreeMap<>(), new java.util.HashSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (String line : text.split("\n", -1)) {
            String[] words = line.strip().split("\\s+", 2);
            switch (words[0]) {
                case "" -> {}
                case "case" -> {
                    String[] parts = words[1].split(": ", 2);
                    grouping.cases.put(parts[0], names(parts[1]));
                }
                case "matter" -> grouping.matters.add(names(words[1]));
                case "alone" -> grouping.alone.addAll(names(words[1]));
                case "aside" -> grouping.aside.addAll(names(words[1]));
                case "rests", "resumes", "reviews" -> grouping.links.add(line.strip());
                default -> throw new IllegalArgumentException(line);
            }
        }
        return grouping;
    }

    /** What the gateway says. */
    static Grouping of(Collection<SourcedRecord> all, Picture picture) {
        Map<String, Set<String>> cases = new TreeMap<>();
        Map<String, Set<String>> matters = new TreeMap<>();
        Set<String> links = new TreeSet<>();
        for (CaseFile file : picture.caseFiles()) {
            cases.put(file.getCaseKey(), new TreeSet<>(file.getRecordIdsList()));
            matters.computeIfAbsent(file.getMatterKey(), any -> new TreeSet<>()).add(file.getCaseKey());
            for (CaseLink link : file.getLinksList()) {
                links.add(word(link.getKind()) + " " + file.getCaseKey() + " -> " + link.getTargetCaseKey());
            }
        }
        Set<String> about = ids(picture.records());
        Set<String> aside = new TreeSet<>(ids(all));
        aside.removeAll(about);
        return new Grouping(
                cases,
                matters.values().stream().filter(keys -> keys.size() > 1).collect(Collectors.toSet()),
                links,
                ids(picture.standalone()),
                aside);
    }

    /** Pairs of records that are of one matter. */
    Set<String> pairs() {
        Map<String, Set<String>> together = new TreeMap<>(cases);
        for (Set<String> matter : matters) {
            Set<String> all = new TreeSet<>();
            matter.forEach(key -> all.addAll(cases.getOrDefault(key, Set.of())));
            together.put(matter.toString(), all);
        }
        Set<String> pairs = new TreeSet<>();
        for (Set<String> records : together.values()) {
            List<String> sorted = new ArrayList<>(records);
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j < sorted.size(); j++) {
                    pairs.add(sorted.get(i) + " " + sorted.get(j));
                }
            }
        }
        return pairs;
    }

    private static String word(CaseLink.Kind kind) {
        return switch (kind) {
            case KIND_BASIS -> "rests";
            case KIND_RESUMES -> "resumes";
            case KIND_REVIEWS -> "reviews";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static Set<String> ids(Collection<SourcedRecord> records) {
        return records.stream()
                .map(source -> source.record().getRecordId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
