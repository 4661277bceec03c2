package org.diestra.hiring.talent;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.platform.page.Ui;

/** Months as a page writes them. */
public final class Months {
  private Months() {}

  /** "Mar 2019 – today". */
  public static String words(Post post) {
    var to = post.to();
    return Ui.words(
        "talent.post.time", words(post.from()), to == null ? Ui.words("talent.today") : words(to));
  }

  private static String words(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLL yyyy", Ui.locale()).format(month);
  }

  /** 1–12 to name, after an empty choice. */
  static Map<String, String> options() {
    var all = new LinkedHashMap<String, String>();
    all.put("", Ui.words("page.choose"));
    for (var month : Month.values()) {
      var name = month.getDisplayName(TextStyle.FULL_STANDALONE, Ui.locale());
      all.put(Integer.toString(month.getValue()), name);
    }
    return all;
  }
}
