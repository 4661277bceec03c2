package org.diestra.office.procedures;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.office.procedures.Finding.Kind;

/**
 * The words of a text that can't change without changing what is to be done: numbers and amounts,
 * links, days and months, negations, and verbs of duty, in both languages at once.
 */
final class WeightyWords {
  private static final Pattern FILE = Pattern.compile("file:[0-9a-fA-F-]{36}");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:https?://|mailto:|www\\.)[^\\s<>)\\]]+"
              + "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|net|org|es|eu|mx|co|ar|cl|pe|io)\\b[^\\s<>)\\]]*");

  /** Currencies and units belong to their number: two hours are not two days. */
  private static final String UNIT =
      "€|\\$|£|%|[a-z]{3}(?!\\p{L})|euros?|dollars?|d[oó]lares|pesos?|soles"
          + "|seconds?|segundos?|minutes?|minutos?|hours?|horas?|days?|d[ií]as?|weeks?|semanas?"
          + "|months?|mes(?:es)?|years?|años?|times|veces";

  private static final Pattern NUMBER =
      Pattern.compile(
          "[€$£]?\\s?\\d[\\d.,:/%-]*(?:\\s?(?:" + UNIT + ")(?!\\p{L}))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");
  private static final Pattern ORDINAL_ITEM = Pattern.compile("(?m)^\\s*\\d+[.)]\\s");

  private static final Set<String> NUMBERS =
      words(
          """
          two three four five six seven eight nine ten eleven twelve twenty fifty hundred thousand
          half double twice dos tres cuatro cinco seis siete ocho nueve diez once doce veinte
          cincuenta cien ciento mil medio media doble
          """);

  private static final Set<String> NEGATIONS =
      words(
          """
          no not never none nobody nothing neither nor without except unless cannot nunca
          jamás nadie nada ningún ninguno ninguna tampoco ni sin excepto salvo
          """);
  private static final Set<String> DUTIES =
      words(
          """
          must shall should will would have has may might can could need needs required
          optional only always forbidden allowed debe debes deben deberá deberás deberías
          debería puede puedes pueden podrá podrás podrías podría tienes tiene hay conviene
          obligatorio obligatoria opcional solo sólo siempre prohibido prohibida permitido
          permitida tienen deberán deberíais deberían podrán podrían obligatorios obligatorias
          opcionales prohibidos prohibidas permitidos permitidas ask pregunta pregúntame
          avísame decide alone
          """);
  private static final Set<String> DATES =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday january february march
          april june july august september october november december today tomorrow yesterday
          daily weekly monthly lunes martes miércoles jueves viernes sábado sábados domingo
          domingos enero febrero marzo abril mayo junio julio agosto septiembre octubre
          noviembre diciembre hoy mañana ayer diario diariamente semanal semanalmente mensual
          mensualmente
          """);

  private WeightyWords() {}

  private static Set<String> words(String spaced) {
    return Set.of(spaced.strip().split("\\s+"));
  }

  /** In the order in which they stand; a list's own numbers are none of it. */
  static Map<Kind, List<String>> of(String text) {
    var found = new EnumMap<Kind, List<String>>(Kind.class);
    var rest = Normalizer.normalize(text, Normalizer.Form.NFC);
    rest = taken(FILE, rest, Kind.FILES, found);
    rest = taken(LINK, rest, Kind.LINKS, found);
    rest = ORDINAL_ITEM.matcher(rest).replaceAll(" ");
    rest = taken(NUMBER, rest, Kind.NUMBERS, found);
    var words = WORD.matcher(rest);
    while (words.find()) {
      var word = Objects.requireNonNull(words.group()).toLowerCase(Locale.ROOT).replace('’', '\'');
      if (NEGATIONS.contains(word) || word.endsWith("n't")) {
        add(found, Kind.NEGATIONS, word);
      } else if (NUMBERS.contains(word)) {
        add(found, Kind.NUMBERS, word);
      } else if (DUTIES.contains(word)) {
        add(found, Kind.DUTIES, word);
      } else if (DATES.contains(word)) {
        add(found, Kind.DATES, word);
      }
    }
    return found;
  }

  /** Takes what matches out of the text, so that it isn't read twice. */
  private static String taken(Pattern what, String text, Kind kind, Map<Kind, List<String>> found) {
    return what.matcher(text)
        .replaceAll(match -> {
          add(found, kind, match.group().strip());
          return " ";
        });
  }

  private static void add(Map<Kind, List<String>> found, Kind kind, String word) {
    found.computeIfAbsent(kind, k -> new ArrayList<>()).add(trimmed(word));
  }

  /** A full stop or a comma after a number or a link ends the sentence, not the number. */
  private static String trimmed(String word) {
    int end = word.length();
    while (end > 1 && ".,:/-".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
