package org.diestra.hiring.watches;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands behind an address's question mark, taken apart. */
public final class Query {
  private Query() {}

  /** Names to values, in order; what can't be decoded is left out. */
  public static Map<String, List<String>> read(String query) {
    var all = new LinkedHashMap<String, List<String>>();
    for (var part : query.split("&")) {
      int sign = part.indexOf('=');
      try {
        if (sign > 0) {
          all.computeIfAbsent(decoded(part.substring(0, sign)), name -> new ArrayList<>())
              .add(decoded(part.substring(sign + 1)));
        }
      } catch (IllegalArgumentException malformed) {
        continue;
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
