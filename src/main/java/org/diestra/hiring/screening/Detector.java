package org.diestra.hiring.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a rule looks for: the operator's phrases, or one of five shapes that words can't describe.
 * Every quantifier in these patterns is bounded, so that none can run away.
 */
enum Detector {
  PHRASES(""),
  /** What belongs to a real person, as far as it can be told; see {@link PersonalData}. */
  PERSONAL(""),
  EMAIL(
      "(?i)[a-z0-9._%+-]{1,64}+\\s{0,2}+(?:@|[(\\[]\\s?(?:at|arroba)\\s?[)\\]])\\s{0,2}+"
          + "[a-z0-9-]{1,63}+\\s{0,2}+(?:\\.|[(\\[]\\s?(?:dot|punto)\\s?[)\\]])\\s{0,2}+[a-z]{2,24}"
          + "|(?i)[a-z0-9._%+-]{2,64}+ (?:at|arroba) (?:gmail|hotmail|outlook|yahoo|icloud|proton)"),
  PHONE("(?<![\\w+.,/-])\\+?\\d(?:[ ./()-]{0,2}+\\d){8,14}(?![\\w/-])"),
  LINK(
      "(?i)\\bhttps?://[^\\s<>]{4,300}+|\\bwww\\.[a-z0-9-]{1,63}+\\.[^\\s<>]{2,200}+"
          + "|(?<![@\\w.-])[a-z0-9-]{2,63}+\\.(?:com|net|org|info|biz|shop|online|site|app|me|io)(?:/[^\\s<>]{0,200}+)?(?![\\w@-])"),
  HANDLE(
      "(?i)\\b(?:wa\\.me|t\\.me|discord\\.gg|m\\.me|join\\.skype\\.com)/[^\\s<>]{1,100}+"
          + "|\\b(?:telegram|whats ?app|skype|instagram|signal|wechat|viber|discord)\\b"
          + "\\s{0,2}+(?:(?:is|es|id|user|usuario)\\s{0,2}+)?(?:(?:[:=]\\s{0,2}+)?@[\\w.+-]{3,40}"
          // Without an @ a name gives itself away by a digit, a stroke or a dot within: what
          // follows
          // a colon may as well be a sentence about Instagram.
          + "|[:=]\\s{0,2}+(?=[\\w.+-]{0,40}[\\d_.+][\\w+-])[\\w.+-]{3,40})");

  /** Dates, and amounts with their thousands parted, look like telephone numbers. */
  private static final Pattern NO_PHONE =
      Pattern.compile(
          ".{0,30}\\d{4}-\\d{2}-\\d{2}.{0,30}|.{0,30}\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}.{0,30}"
              + "|\\d{1,3}(?:[. ]\\d{3}){2,5}");

  private final Pattern pattern;

  Detector(String regex) {
    this.pattern = Pattern.compile(regex);
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first find of this shape; phrases are looked for by the rule that has them. */
  Optional<String> find(String text) {
    if (this == PHRASES) {
      return Optional.empty();
    }
    if (this == PERSONAL) {
      return PersonalData.find(text).map(Tokens::shorten);
    }
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(found -> this != PHONE || !NO_PHONE.matcher(found).matches())
        .map(Tokens::shorten)
        .findFirst();
  }
}
