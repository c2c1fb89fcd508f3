package io.litigation.server.config;

import io.litigation.server.config.Node.Branch;
import io.litigation.server.config.Node.Leaf;
import io.litigation.server.config.Node.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into nodes that know their lines. What the YAML library says of a mistake is not passed on: it quotes the file. */
final class YamlFile {

    private static final String MERGE = "<<";

    private final Path path;
    private final String name;
    private final Problems problems;

    YamlFile(Path path, Problems problems) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.problems = problems;
    }

    Branch read() {
        Branch nothing = new Branch(Map.of(), Origin.file(name));
        try (YAMLParser parser = parser(Files.readString(path))) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return nothing;
            }
            if (node(parser, name, Origin.line(name, 1)) instanceof Branch root) {
                if (parser.nextToken() != null) {
                    problems.mistake(name, "holds more than one YAML document");
                }
                return root;
            }
            problems.mistake(name, "must begin with the key litigation");
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            problems.mistake(name, "is not valid YAML" + place);
        } catch (NoSuchFileException e) {
            problems.mistake(path.toString(), "there is no such file");
        } catch (CharacterCodingException e) {
            problems.mistake(path.toString(), "is not UTF-8 text");
        } catch (IOException e) {
            problems.mistake(path.toString(), "cannot be read");
        }
        return nothing;
    }

    private static YAMLParser parser(String text) {
        return (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text);
    }

    /** What a key stands for has the key's line. Of an alias the parser knows no more than its anchor's name. */
    private Node node(YAMLParser parser, String key, Origin origin) {
        if (parser.isCurrentAlias()) {
            problems.mistake(key, origin, "has a YAML alias; write the value itself");
            return new Leaf("", origin);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> branch(parser, origin);
            case START_ARRAY -> sequence(parser, key, origin);
            case VALUE_NULL -> new Leaf("", origin);
            default -> new Leaf(parser.getString().strip(), origin);
        };
    }

    private Branch branch(YAMLParser parser, Origin origin) {
        Map<String, Node> children = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Origin place = Origin.line(name, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            if (key.equals(MERGE)) {
                problems.mistake(key, place, "is a YAML merge key; write the keys themselves");
                parser.skipChildren();
            } else if (children.put(key, node(parser, key, place)) != null) {
                problems.mistake(key, place, "is there twice");
            }
        }
        return new Branch(children, origin);
    }

    private Sequence sequence(YAMLParser parser, String key, Origin origin) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Origin place = Origin.line(name, parser.currentTokenLocation().getLineNr());
            items.add(node(parser, key, place));
        }
        return new Sequence(List.copyOf(items), origin);
    }
}
