package io.litigation.core.merge;

import io.litigation.core.normalize.CaseCitations.Citation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words around a cited number say of it: that it was appealed from, that it is another case's, or that it is evidence. */
final class AppealWords {

    private static final String DATE = "(?:(?:于|在)[0-9〇○零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)?";
    private static final String GIVEN = "(?:作出|做出|制作)(?:的|了)?$";
    /** Between numbers of which the same is said; the number before is a lone 号. */
    private static final String JOINED = "(?:号(?:民事|刑事|行政)?(?:判决|裁定|调解)?书?(?:、|以?及|和|与))*$";

    private static final String DOCUMENT = "(?:民事|刑事|行政)?(?:判决|裁定|调解)书?|民事|刑事|行政";

    private static final Pattern APPEALED = Pattern.compile("(?:不服|撤销|维持|变更|提审|申请再审)[^,]*$");
    /** Such words stand right before the number, or else another one is compared with what is appealed from. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:(?:原审|一审|二审)(?:案号|案件|" + DOCUMENT + ")?|原(?:案号|案件|" + DOCUMENT + "))(?:案号)?(?:即|为|是|系)?[:(]?" + JOINED);

    private static final String COURT = "(?:(?!号|采信|采纳|依据|根据|引用|适用|认定|提交)\\p{IsHan}){0,30}法院|本院";
    private static final String GIVEN_BY = "(?:" + COURT + ")?" + DATE + "(?:作出|做出|制作)?的?";
    private static final String AND = "(?:、|以?及|和|与)";
    /** The other half of {@link #OBJECTED}: nothing but the court that gave it may stand between 对 and the number. */
    private static final Pattern AGAINST =
            Pattern.compile("对于?" + GIVEN_BY + "(?:号(?:" + DOCUMENT + ")?" + AND + GIVEN_BY + ")*$");
    /** Nothing but the document may stand between the number and 不服: what it says is not what is appealed from. */
    private static final Pattern OBJECTED =
            Pattern.compile("^(?:" + DOCUMENT + ")?(?:" + AND + "[^,。;号]{0,80}号(?:" + DOCUMENT + ")?)*(?:一案)?"
                    + "(?:第[一二三四五六七八九十0-9、至]{1,9}项)?(?:均|都|仍然?|也|表示)*"
                    + "(?:不服|(?:向[^,。;]{2,30})?(?:提[起出](?:上诉|抗诉)|申请再审))");

    private static final Pattern NOT_ACCEPTED = Pattern.compile("不服[^,]*$");

    private static final Pattern HISTORY = Pattern.compile(GIVEN);
    /** In the rest of the sentence in which a judgment was given, or in the next one. */
    private static final Pattern WENT_ON = Pattern.compile("^[^。;]*[。;]?[^。;]*(?:不服|上诉|抗诉|宣判后)");

    /** What a judgment that was given says, where a text quotes it: its items, its costs, what follows if it is not obeyed. */
    private static final Pattern OPERATIVE_PART = Pattern.compile("^[^。;:]{0,12}:[^。]*。(?:”?(?:[一二三四五六七八九十]{1,3}、|如"
            + "|(?:一审|二审|本案)?(?:案件)?受理费|诉讼费|(?:财产|诉讼)?保全费|鉴定费|公告费)[^。]*。)*");
    /** In the sentence behind it. That names no other number: it would be that one which was not accepted. */
    private static final Pattern WENT_ON_THEN = Pattern.compile("^(?:(?!号)[^。;])*?(?:不服(?![^,。;]*号)|上诉(?!人)|抗诉|宣判后)");

    /** A court tries its own judgment anew, or takes up another's, and nobody is named who did not accept it. */
    private static final Pattern TRIED_ANEW = Pattern.compile("^[^。;]*已经?发生法律效力[^。;]*[。;]?[^。;]*(?:再审|提审|院长)");

    /** What is found besides is another case's, and who did not accept something behind it, may speak of this one. */
    private static final Pattern FOUND_BESIDES = Pattern.compile("(?:另|又|还|并)查明");

    private static final Pattern TRIED_ANEW_THEN =
            Pattern.compile("^(?:(?!号)[^。;])*?已经?发生法律效力[^。;]*[。;]?[^。;]*(?:再审|提审|院长)");

    private static final Pattern OTHER = Pattern.compile("另案|他案|类案|关联案|系列案|参照|参考|参见|指导|先例|类似");
    private static final Pattern OTHER_UNLESS_APPEALED =
            Pattern.compile("另有|另行(?:起诉|提起|诉讼|处理|解决|主张|审理|立案|判决|裁定|作出)|在先(?:的|作出|判决|裁定|案件|生效|诉讼)");
    private static final Pattern EVIDENCE = Pattern.compile("佐证|证实|证明|证据|提交|举示|已经?(?:[^,。;]{0,12})确认|既判|在案");
    private static final Pattern COURT_GAVE = Pattern.compile(DATE + "(?:在先|已经?)?(?:(?:作出|做出|制作)的?|的)?$");

    /** Words about a number stand near it. */
    private static final int NEAR = 30;

    private static final int NEXT_SENTENCE = 80;

    private AppealWords() {}

    /** Whether it is said to be what is appealed from. */
    static boolean sayAppealed(Citation citation) {
        return APPEALED.matcher(citation.before()).find()
                || NAMED.matcher(citation.before()).find();
    }

    /** Whether somebody objects to it (对 … 不服): the one who appeals, or in another case somebody else. */
    static boolean sayObjected(Citation citation) {
        return AGAINST.matcher(citation.before()).find()
                && OBJECTED.matcher(citation.after()).find();
    }

    /** Whether it is told that it was given and not accepted: the history of an appeal, or of another case. */
    static boolean tellHistory(Citation citation) {
        return wentOn(citation, WENT_ON, WENT_ON_THEN);
    }

    /** Whether it is told that it was given, had taken legal effect, and was tried anew: the history of a retrial. */
    static boolean tellTriedAnew(Citation citation) {
        return wentOn(citation, TRIED_ANEW, TRIED_ANEW_THEN);
    }

    /** Right behind a judgment that was given, or behind what it is quoted to say. */
    private static boolean wentOn(Citation citation, Pattern so, Pattern afterIt) {
        return HISTORY.matcher(citation.before()).find()
                && (so.matcher(beginning(citation.after())).find()
                        || behindOperativePart(citation)
                                .filter(behind -> afterIt.matcher(behind).find())
                                .isPresent());
    }

    private static Optional<String> behindOperativePart(Citation citation) {
        Matcher quoted = OPERATIVE_PART.matcher(citation.after());
        return quoted.find() && !FOUND_BESIDES.matcher(citation.before()).find()
                ? Optional.of(beginning(citation.after().substring(quoted.end())))
                : Optional.empty();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(NEXT_SENTENCE, text.length()));
    }

    /** Whether it is said to be another case's. */
    static boolean sayOther(Citation citation) {
        String near = nearBefore(citation);
        return OTHER.matcher(near).find()
                || (OTHER_UNLESS_APPEALED.matcher(near).find()
                        && !NOT_ACCEPTED.matcher(citation.before()).find());
    }

    /** Whether it is cited as what proves something. */
    static boolean sayEvidence(Citation citation) {
        String after = citation.after();
        int end = 0;
        while (end < Math.min(NEAR, after.length()) && "。;".indexOf(after.charAt(end)) < 0) {
            end++;
        }
        return EVIDENCE.matcher(nearBefore(citation)).find()
                || EVIDENCE.matcher(after.substring(0, end)).find();
    }

    /** What stands before a number that a court gave: up to the court's name, if that is there. */
    static String upToCourt(String before) {
        return COURT_GAVE.matcher(before).replaceFirst("");
    }

    private static String nearBefore(Citation citation) {
        String before = citation.before();
        return before.substring(Math.max(0, before.length() - NEAR));
    }
}
