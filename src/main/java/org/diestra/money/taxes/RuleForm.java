package org.diestra.money.taxes;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.diestra.money.taxes.Rule.Topic;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/**
 * A rule, as typed.
 *
 * @param rate percent, such as 21 or 25,5
 */
record RuleForm(
    @Nullable String topic,
    @Nullable String country,
    @Nullable String rate,
    @Nullable String from,
    @Nullable String source) {
  private static final Pattern PERCENT = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  static RuleForm empty(LocalDate from) {
    return new RuleForm("VAT", null, null, from.toString(), null);
  }

  /** Only to be used where there are no problems. */
  Rule read(Problems problems) {
    var where = Typed.line(country);
    if (!Countries.is(where)) {
      problems.add("country", "taxes.country.needed");
    }
    var about = Topic.VAT;
    for (var one : Topic.values()) {
      about = one.name().equals(topic) ? one : about;
    }
    var law = new Typed(problems).line("source", source, 200, "taxes.source.needed");
    return new Rule(Ids.fresh(), about, where, basisPoints(problems), begins(problems), null, law);
  }

  private int basisPoints(Problems problems) {
    var text = Typed.line(rate).replace("%", "").strip();
    if (!PERCENT.matcher(text).matches()) {
      problems.add("rate", "taxes.rate.wrong");
      return 0;
    }
    return new BigDecimal(text.replace(',', '.')).movePointRight(2).intValueExact();
  }

  private LocalDate begins(Problems problems) {
    try {
      return LocalDate.parse(Typed.line(from));
    } catch (DateTimeException notADay) {
      problems.add("from", "taxes.from.wrong");
      return LocalDate.EPOCH;
    }
  }

  static Map<String, String> topics() {
    var all = new LinkedHashMap<String, String>();
    for (var one : Topic.values()) {
      all.put(one.name(), Ui.words(one.key()));
    }
    return all;
  }
}
