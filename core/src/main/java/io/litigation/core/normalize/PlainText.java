package io.litigation.core.normalize;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a vendor's that may be HTML, as plain text. */
public final class PlainText {

    private static final Pattern TAG = Pattern.compile("<(?:/?([a-zA-Z][a-zA-Z0-9]*)|!--|!(?i:doctype)|\\?xml)");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");

    private PlainText() {}

    /** Scripts and styles out, br and p as newlines, entities decoded once. A text without markup stays as it is. */
    public static String of(String raw) {
        if (!hasMarkup(raw)) {
            return raw;
        }
        String markup = onlyKnownMarkup(raw);
        if (!hasTag(raw)) {
            return Parser.unescapeEntities(markup, true);
        }
        HtmlLines lines = new HtmlLines();
        Jsoup.parse(markup).filter(lines);
        return lines.text();
    }

    /** True if there is an HTML tag or an entity in the text. */
    static boolean hasMarkup(String raw) {
        return hasTag(raw) || (raw.indexOf('&') >= 0 && ENTITY.matcher(raw).find());
    }

    private static boolean hasTag(String raw) {
        if (raw.indexOf('<') < 0) {
            return false;
        }
        Matcher tag = TAG.matcher(raw);
        while (tag.find()) {
            if (isKnown(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnown(Matcher tag) {
        return tag.group(1) == null || Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT));
    }

    // A parser takes <甲方A> or "a&copyb" for markup in places; what is not markup must come out as it went in.
    private static String onlyKnownMarkup(String raw) {
        StringBuilder markup = new StringBuilder(raw.length() + 16);
        Matcher tag = TAG.matcher(raw);
        Matcher entity = ENTITY.matcher(raw);
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            if (character == '<' && !(startsAt(tag, raw, i) && isKnown(tag))) {
                markup.append("&lt;");
            } else if (character == '&' && !startsAt(entity, raw, i)) {
                markup.append("&amp;");
            } else {
                markup.append(character);
            }
        }
        return markup.toString();
    }

    private static boolean startsAt(Matcher matcher, String raw, int index) {
        return matcher.region(index, raw.length()).lookingAt();
    }
}
