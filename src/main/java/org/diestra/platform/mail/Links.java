package org.diestra.platform.mail;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links in letters: addresses of the web, or paths of this house, which get its address in front.
 */
@Component
class Links {
  private static final Pattern LINK = Pattern.compile("(https?://[^/\\s][^\\s<>\"]*|/[^\\s<>\"]*)");
  private final String house;

  Links(@Value("${diestra.base-url}") String house) {
    this.house = house.endsWith("/") ? house.substring(0, house.length() - 1) : house;
  }

  /**
   * @throws IllegalArgumentException if it leads nowhere a letter may lead
   */
  static void check(String link) {
    if (link.length() > 2000 || !LINK.matcher(link).matches() || link.startsWith("//")) {
      throw new IllegalArgumentException("not a link for a letter: " + link);
    }
  }

  String full(String link) {
    return link.startsWith("/") ? house + link : link;
  }

  String house() {
    return house;
  }
}
