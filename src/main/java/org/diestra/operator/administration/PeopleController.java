package org.diestra.operator.administration;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.diestra.platform.accounts.Directory;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Operators;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /operator/people}: people and businesses by name or address, the newest first. */
@Controller
@Operators
class PeopleController {
  private static final int A_PAGE = 50;
  private static final int BUSINESSES = 10;
  private static final int LONGEST = 254;
  private final Directory directory;

  PeopleController(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/operator/people")
  String people(
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String before,
      Model model) {
    var text = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    var found = directory.people(text, mark(before), A_PAGE + 1);
    boolean more = found.size() > A_PAGE;
    var page = more ? found.subList(0, A_PAGE) : found;
    model.addAttribute("q", text);
    model.addAttribute("people", page);
    model.addAttribute(
        "businesses", before == null ? directory.businesses(text, BUSINESSES) : List.of());
    model.addAttribute("next", more ? next(text, page.getLast().mark()) : null);
    return "people";
  }

  private static String next(String text, Directory.Mark mark) {
    return UriComponentsBuilder.fromPath("/operator/people")
        .queryParam("q", "{q}")
        .queryParam("before", "{before}")
        .encode()
        .buildAndExpand(text, mark.at() + "~" + Ids.text(mark.id()))
        .toUriString();
  }

  /** Null for the first page, and for what is no place in the list. */
  private static Directory.@Nullable Mark mark(@Nullable String before) {
    var parts = before == null ? new String[0] : before.split("~", 2);
    try {
      return parts.length < 2
          ? null
          : new Directory.Mark(Instant.parse(parts[0]), Ids.require(parts[1]));
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }
}
